/// What will be done to the live models, and what has been done.
///
/// Compares a spec with what is live (and with what was last deployed), tells each difference as a
/// [Change] with its severity, gives the verdicts of the policy, the order of deploying, and the
/// fingerprint that ties what was reviewed to what is deployed. How a plan looks is the business of
/// `render`.
@NullMarked
package io.github.sigmadm.plan;

import org.jspecify.annotations.NullMarked;
