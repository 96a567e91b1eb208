/// Is this a sound data model?
///
/// Rules over one spec, each a small class with a stable code; [Checks] lists them all. They judge
/// the file as it is written, before variables are resolved: what contains `${…}` is left alone.
/// They know the other specs of the repository, and nothing of what is live.
@NullMarked
package io.github.sigmadm.check;

import org.jspecify.annotations.NullMarked;
