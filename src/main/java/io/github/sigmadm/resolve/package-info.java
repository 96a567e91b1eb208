/// A checked spec to the spec for one environment: variables, replacements, folder, references to
/// other models.
///
/// What is live is not known here: a reference to a model of the repository comes out in its
/// symbolic form ([ModelLink]), and is bound to live ids when that model's are known.
@NullMarked
package io.github.sigmadm.resolve;

import org.jspecify.annotations.NullMarked;
