/// Sigma's code representation as types, over a tree.
///
/// The types are views: they read what they know from the node they hold and leave the rest of it
/// alone, so that what Sigma may add tomorrow passes through. They are lenient: a part without what
/// makes it one (an element without an id) is left out of the view, and telling the author so is
/// the business of `check`.
///
/// The room also owns the one table of the places where ids stand and what they point at
/// ([IdSites]).
@NullMarked
package io.github.sigmadm.spec;

import org.jspecify.annotations.NullMarked;
