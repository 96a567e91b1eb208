/// Tests of the Git edge, on real repositories made with the real `git`.
@NullMarked
package io.github.sigmadm.git;

import org.jspecify.annotations.NullMarked;
