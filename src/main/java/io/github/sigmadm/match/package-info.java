/// Which live model a spec is, and which live page, element, column and so on each of its parts is.
///
/// Workbooks hold on to live ids, so whatever exists must keep its own. What differs between the
/// two sides is the business of `plan`.
@NullMarked
package io.github.sigmadm.match;

import org.jspecify.annotations.NullMarked;
