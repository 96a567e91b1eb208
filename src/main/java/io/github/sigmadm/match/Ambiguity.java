package io.github.sigmadm.match;

import io.github.sigmadm.spec.IdKind;
import io.github.sigmadm.spec.ScopedId;
import java.util.List;
import java.util.Optional;

/// A thing of a spec of which it cannot be told for sure which live thing it is.
public sealed interface Ambiguity {

  /// The thing, in the spec's own ids.
  ScopedId id();

  /// What people call it.
  String label();

  /// The element it belongs to, as people call it; empty for pages and elements.
  Optional<String> element();

  /// What is unclear, and which side was taken, as sentences.
  String message();

  /// What the author can do about it.
  String hint();

  /// It could be one of several live things, or shares its only live counterpart with others like
  /// it. It is matched with none of them, and is going to be made anew.
  ///
  /// @param candidates the live ids that it could be
  record Several(ScopedId id, String label, Optional<String> element, List<String> candidates)
      implements Ambiguity {

    public Several {
      candidates = List.copyOf(candidates);
    }

    @Override
    public String message() {
      return "The "
          + subject(this)
          + " "
          + (candidates.size() == 1
              ? "is not the only one that could be the live " + kind().words() + " "
              : "could be any of " + candidates.size() + " that are live: ")
          + String.join(", ", candidates)
          + ". It is taken for a new one.";
    }

    @Override
    public String hint() {
      return "To keep the live one, give it the live id in the spec.";
    }
  }

  /// It has the name of one live thing and is built like another, and so it goes all around: names
  /// were swapped, or what is behind them. It is matched by its name, so that what workbooks call
  /// by that name stays there.
  ///
  /// @param taken the live id that it was matched with
  /// @param other the live id of the one that it is built like
  record Crossed(ScopedId id, String label, Optional<String> element, String taken, String other)
      implements Ambiguity {

    @Override
    public String message() {
      return "The "
          + subject(this)
          + " has the name of the live "
          + kind().words()
          + " "
          + taken
          + " and is built like the live "
          + kind().words()
          + " "
          + other
          + ": names were swapped, or what is behind them. It is taken for the one of its name.";
    }

    @Override
    public String hint() {
      return "If names were swapped, give it the live id " + other + " in the spec.";
    }
  }

  default IdKind kind() {
    return id().kind();
  }

  private static String subject(Ambiguity of) {
    return of.kind().words()
        + " \""
        + of.label()
        + "\""
        + of.element().map(name -> " of \"" + name + "\"").orElse("");
  }
}
