/// What do the repository's commits hold, and what differs between them?
///
/// The only room that knows JGit. It reads the repository that is checked out and changes nothing
/// in it: no work tree, no index, no configuration, no branch. What has to be fetched goes to a
/// repository of our own in a temporary folder that has the checkout's objects as alternates. No
/// hook, filter, attribute or external program runs, and no configuration but the repository's own
/// is read. The one thing that it writes are the refs of the state, at the remote; in a repository
/// that has none, in the checkout. What a commit means for a plan does not belong here.
@NullMarked
package io.github.sigmadm.git;

import org.jspecify.annotations.NullMarked;
