@NullMarked
package io.github.sigmadm.sigma;

import org.jspecify.annotations.NullMarked;
