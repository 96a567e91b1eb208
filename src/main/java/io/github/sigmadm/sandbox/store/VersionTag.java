package io.github.sigmadm.sandbox.store;

/// A version tag of the organisation. Its name is unique.
public record VersionTag(String id, String name, String color, String description) {}
