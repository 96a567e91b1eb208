@NullMarked
package io.github.sigmadm.http;

import org.jspecify.annotations.NullMarked;
