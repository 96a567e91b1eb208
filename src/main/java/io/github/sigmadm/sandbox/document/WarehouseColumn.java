package io.github.sigmadm.sandbox.document;

/// A column of a warehouse table under its raw name.
///
/// @param type the warehouse's own word for the type, such as `VARCHAR`
public record WarehouseColumn(String name, String type) {}
