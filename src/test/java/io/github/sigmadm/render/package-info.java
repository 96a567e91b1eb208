/// What plans and reports look like.
@NullMarked
package io.github.sigmadm.render;

import org.jspecify.annotations.NullMarked;
