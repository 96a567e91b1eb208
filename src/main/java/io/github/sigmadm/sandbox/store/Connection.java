package io.github.sigmadm.sandbox.store;

/// A connection to a warehouse.
///
/// @param friendlyNames whether raw column names are shown as friendly ones
public record Connection(String id, String name, String type, boolean friendlyNames) {}
