package io.github.sigmadm.match;

import io.github.sigmadm.spec.IdKind;
import io.github.sigmadm.spec.ScopedId;
import java.util.List;
import java.util.Optional;

/// A thing of a spec that could be one of several live things, or shares its only live counterpart
/// with others like it.
///
/// The safe side was taken: it is matched with none of them, and is going to be made anew.
///
/// @param id the thing, in the spec's own ids
/// @param label what people call it
/// @param element the element it belongs to, as people call it; empty for pages and elements
/// @param candidates the live ids that it could be
public record Ambiguity(
    ScopedId id, String label, Optional<String> element, List<String> candidates) {

  public Ambiguity {
    candidates = List.copyOf(candidates);
  }

  public IdKind kind() {
    return id.kind();
  }

  /// What the author can do about it.
  public String hint() {
    return "To keep the live one, give it the live id in the spec.";
  }

  /// What is unclear, as sentences.
  public String message() {
    String thing =
        kind().words() + " \"" + label + "\"" + element.map(e -> " of \"" + e + "\"").orElse("");
    String could =
        candidates.size() == 1
            ? "is not the only one that could be the live " + kind().words() + " "
            : "could be any of " + candidates.size() + " that are live: ";
    return "The "
        + thing
        + " "
        + could
        + String.join(", ", candidates)
        + ". It is taken for a new one.";
  }
}
