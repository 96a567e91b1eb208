/// What `sigma-dm.yml` says: environments and their branches, overrides, policy.
///
/// From a tree to plain data, with every mistake told at its line. Who may be asked with these
/// settings, and when, is the business of `flow`.
@NullMarked
package io.github.sigmadm.config;

import org.jspecify.annotations.NullMarked;
