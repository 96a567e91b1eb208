/// How a sandbox is to behave: plain values, nothing else.
@NullMarked
package io.github.sigmadm.sandbox.options;

import org.jspecify.annotations.NullMarked;
