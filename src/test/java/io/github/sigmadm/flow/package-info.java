@NullMarked
package io.github.sigmadm.flow;

import org.jspecify.annotations.NullMarked;
