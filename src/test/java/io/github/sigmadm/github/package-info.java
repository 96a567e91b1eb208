/// Tests of the GitHub edge against a service that answers as told.
@NullMarked
package io.github.sigmadm.github;

import org.jspecify.annotations.NullMarked;
