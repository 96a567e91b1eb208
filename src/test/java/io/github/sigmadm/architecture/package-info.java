/// The map of the rooms, as a test.
@NullMarked
package io.github.sigmadm.architecture;

import org.jspecify.annotations.NullMarked;
