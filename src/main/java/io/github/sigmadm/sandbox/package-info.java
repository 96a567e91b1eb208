/// The stand-in for Sigma: a small HTTP server with the endpoints a deployer uses, stateful, in
/// memory, on loopback only.
///
/// It behaves as documented and as observed, the awkward parts included. It knows nothing of the
/// rest of this program: if it shared our parsing or matching, it would share our mistakes. What a
/// person does in Sigma's own user interface is done here through [Person].
///
/// Rooms within: `options` (how it is to behave), `formula` (its own reading of formulas),
/// `document` (checks, ids and the spelling of a stored representation), `store` (what the
/// organisation holds), `rest` (the HTTP side).
@NullMarked
package io.github.sigmadm.sandbox;

import org.jspecify.annotations.NullMarked;
