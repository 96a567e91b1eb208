/// What a client can see of the sandbox, over HTTP.
@NullMarked
package io.github.sigmadm.sandbox;

import org.jspecify.annotations.NullMarked;
