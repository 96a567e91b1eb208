/// What happens to the pages of a representation between a write and the next read: shape checks,
/// ids, names, formulas, defaults and key order. No HTTP and no storage.
@NullMarked
package io.github.sigmadm.sandbox.document;

import org.jspecify.annotations.NullMarked;
