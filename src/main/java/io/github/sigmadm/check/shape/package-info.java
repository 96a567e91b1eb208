/// What a spec may look like: which fields each part has, of which type, with which values.
///
/// The description is data ([Representation]); one walk over a tree ([ShapeWalk]) compares the two.
/// What fields point at is not known here.
@NullMarked
package io.github.sigmadm.check.shape;

import org.jspecify.annotations.NullMarked;
