/// What several tests need: reading small specs, finding the shared material beside the project.
@NullMarked
package io.github.sigmadm.testing;

import org.jspecify.annotations.NullMarked;
