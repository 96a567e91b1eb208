package io.github.sigmadm.flow;

/// A Sigma organisation, as far as some credentials reach.
public record Organisation(LiveModels models, Warehouse warehouse, Consumers consumers) {}
