package io.github.sigmadm.plan;

import java.util.Optional;

/// One difference between what is live and what the spec wants.
///
/// @param thing what it is about
/// @param what what happens to it
/// @param severity what that can do to people who use the model
/// @param page the name of the page it is on; empty for the model itself
/// @param element the effective name of the element; empty for the model and pages
/// @param subject what it is called: the name before the change, where there is one
/// @param property which part of the thing, as a path in the representation (`formula`, `format`,
///   `source.statement`); empty where the thing as a whole comes, goes, or is renamed
/// @param before how it was, for people; empty for what is added
/// @param after how it will be, for people; empty for what goes
public record Change(
    Thing thing,
    What what,
    ChangeSeverity severity,
    Optional<String> page,
    Optional<String> element,
    String subject,
    Optional<String> property,
    Optional<String> before,
    Optional<String> after) {

  /// Its name in the plan file, such as `column.removed`.
  public String kind() {
    return thing.word() + "." + what.word();
  }
}
