package io.github.sigmadm.sandbox.store;

import java.time.Instant;

/// A version tag on one version of a data model.
///
/// @param taggedId the id of the read-only copy that the tag makes
public record TaggedVersion(String tagId, int version, String taggedId, Instant taggedAt) {}
