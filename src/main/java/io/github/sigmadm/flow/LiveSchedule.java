package io.github.sigmadm.flow;

/// A materialisation schedule of a live model.
///
/// @param element the id of the element that is materialised
/// @param name that element's name; its id where it has none
public record LiveSchedule(String element, String name) {}
