/// The HTTP side of the sandbox: routes, media types, authentication, paging, errors, the request
/// log, and the hooks that make requests fail on purpose.
@NullMarked
package io.github.sigmadm.sandbox.rest;

import org.jspecify.annotations.NullMarked;
