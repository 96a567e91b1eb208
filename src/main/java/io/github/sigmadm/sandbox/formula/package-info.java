/// The sandbox's own reading of formulas: references, friendly names, and a guess at the type.
///
/// It is far simpler than the real language needs, and deliberately unrelated to the formula room
/// of the program itself.
@NullMarked
package io.github.sigmadm.sandbox.formula;

import org.jspecify.annotations.NullMarked;
