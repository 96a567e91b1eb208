package io.github.sigmadm.plan;

import java.util.Optional;
import java.util.Set;

/// Compares how values are displayed.
final class FormatComparison {

  private FormatComparison() {}

  static void compare(Findings findings, Thing thing, Subject subject, Named before, Named after) {
    if (!Findings.differ(before, after, "format")) {
      return;
    }
    Optional<Named> old = before.object("format");
    Optional<Named> now = after.object("format");
    boolean retyped =
        old.isPresent()
            && now.isPresent()
            && !old.get().text("kind").equals(now.get().text("kind"));
    boolean brief = !retyped && isBrief(old) && isBrief(now);
    findings.changed(
        thing,
        subject,
        "format",
        retyped ? "format.kind" : "format",
        brief ? old.flatMap(format -> format.text("formatString")) : before.show("format"),
        brief ? now.flatMap(format -> format.text("formatString")) : after.show("format"));
  }

  /// Whether the format string tells all.
  private static boolean isBrief(Optional<Named> format) {
    return format
        .map(present ->
            present.text("formatString").isPresent()
                && present.node().fields().stream()
                    .allMatch(field -> Set.of("kind", "formatString").contains(field.name())))
        .orElse(true);
  }
}
