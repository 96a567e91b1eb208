/// What is said about a pull request, and what are the commits that the checkout does not have?
///
/// The only room that knows GitHub's REST API, on github.com and on a company's own server. How a
/// request gets there and back is the business of `http`; what a comment says is for `render`.
@NullMarked
package io.github.sigmadm.github;

import org.jspecify.annotations.NullMarked;
