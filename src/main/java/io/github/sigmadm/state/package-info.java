/// What was last deployed to an environment: which live model each file became, and which live id
/// each of its parts.
///
/// Data and its file format only; where the state is kept and how two deploys at once are settled
/// is the business of `git` and `flow`.
@NullMarked
package io.github.sigmadm.state;

import org.jspecify.annotations.NullMarked;
