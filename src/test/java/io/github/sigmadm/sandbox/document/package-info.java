/// What the sandbox does to documents, without HTTP.
@NullMarked
package io.github.sigmadm.sandbox.document;

import org.jspecify.annotations.NullMarked;
