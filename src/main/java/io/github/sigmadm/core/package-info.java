/// The words that every room shares: paths, commits, ids, source positions, diagnostics.
///
/// Plain data and nothing else. When in doubt, a type belongs in the room that it is about.
@NullMarked
package io.github.sigmadm.core;

import org.jspecify.annotations.NullMarked;
