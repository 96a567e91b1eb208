/// The formula language: what a formula says, what it refers to, which functions it calls, and by
/// which names formulas know columns and elements.
///
/// Nothing here judges a model: whether a reference resolves is asked in `check`.
@NullMarked
package io.github.sigmadm.formula;

import org.jspecify.annotations.NullMarked;
