package io.github.sigmadm.sandbox.document;

/// An id with its scope.
///
/// @param owner the element the thing belongs to; empty for pages and elements
public record IdKey(IdKind kind, String owner, String id) {}
