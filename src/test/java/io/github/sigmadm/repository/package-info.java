/// Tests of what surrounds the code: the launcher, the action's definition, the examples, the
/// documents. They read the files of the repository itself.
@NullMarked
package io.github.sigmadm.repository;

import org.jspecify.annotations.NullMarked;
