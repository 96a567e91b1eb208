/// What the pretended organisation holds: folders and files, data models with their versions,
/// workbooks, connections, tags. In memory, used by one thread at a time.
@NullMarked
package io.github.sigmadm.sandbox.store;

import org.jspecify.annotations.NullMarked;
