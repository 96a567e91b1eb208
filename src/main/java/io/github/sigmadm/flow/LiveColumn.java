package io.github.sigmadm.flow;

/// A column as Sigma has compiled it.
///
/// @param element the id of its element
/// @param id its id, unique within the element
/// @param name its effective name
/// @param inError whether Sigma could not make sense of its formula
public record LiveColumn(String element, String id, String name, boolean inError) {}
