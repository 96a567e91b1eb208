/// How does a request get to a service and its answer back, whatever the network does?
///
/// One careful client on the JDK's: allowed hosts only, timeouts over the whole exchange, bounded
/// answers, bounded parallelism, retries of what is safe to repeat and of nothing else, and no
/// secret in any text that leaves it. What an answer means, tokens, paths and JSON belong to the
/// edges that use it.
@NullMarked
package io.github.sigmadm.http;

import org.jspecify.annotations.NullMarked;
