package io.github.sigmadm.plan;

/// A change and where it is.
record Difference(Place place, Change change) {}
