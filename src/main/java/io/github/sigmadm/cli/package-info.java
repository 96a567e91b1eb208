/// The program itself: sub-commands, wiring of the edges to the flows, exit codes. Nobody uses this
/// room.
@NullMarked
package io.github.sigmadm.cli;

import org.jspecify.annotations.NullMarked;
