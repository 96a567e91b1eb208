/// How fast the program is. Run by hand; see `docs/performance.md`.
@NullMarked
package io.github.sigmadm.benchmarks;

import org.jspecify.annotations.NullMarked;
