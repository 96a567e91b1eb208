/// JSON or YAML text to one small immutable tree whose every value knows where it stands.
///
/// Owns the guards against bombs, duplicate keys and trailing garbage. What the values mean is not
/// known here.
@NullMarked
package io.github.sigmadm.tree;

import org.jspecify.annotations.NullMarked;
