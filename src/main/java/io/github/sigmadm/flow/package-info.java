/// One class for each mode, and the ports to the world that they need.
///
/// A flow asks its ports for what is there, hands it to the pure rooms, and carries out what they
/// decide. The edges implement the ports. Trouble with the world comes as one of the [Trouble]s.
@NullMarked
package io.github.sigmadm.flow;

import org.jspecify.annotations.NullMarked;
