/// Tests of the contract with the runner.
@NullMarked
package io.github.sigmadm.actions;

import org.jspecify.annotations.NullMarked;
