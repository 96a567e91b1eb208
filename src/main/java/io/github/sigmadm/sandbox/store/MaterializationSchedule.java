package io.github.sigmadm.sandbox.store;

import java.time.Instant;

/// A table element that Sigma writes to the warehouse regularly.
public record MaterializationSchedule(
    String sheetId,
    String elementId,
    String cronSpec,
    String timezone,
    Instant configuredAt,
    boolean paused) {}
