/// The sandbox's own reading of formulas.
@NullMarked
package io.github.sigmadm.sandbox.formula;

import org.jspecify.annotations.NullMarked;
