/// The runner of the hosting service: inputs, events, workflow commands, outputs, summary.
///
/// Everything that the program reads from or writes to the runner goes through here. What it means
/// is the business of `flow`.
@NullMarked
package io.github.sigmadm.actions;

import org.jspecify.annotations.NullMarked;
