package io.github.sigmadm.render;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// The circumstances in which a plan or a report is shown.
///
/// @param kind what is going on
/// @param links where links lead to
/// @param verdicts what the policy says
/// @param reviewed the marker of the plan that was reviewed, where a report takes the place of its
///   comment, so that a second run still knows it
public record Occasion(Kind kind, Links links, List<Verdict> verdicts, Optional<Marker> reviewed) {

  public Occasion {
    verdicts = List.copyOf(verdicts);
  }

  /// An occasion about which nothing more is known.
  public static Occasion of(Kind kind) {
    return new Occasion(kind, Links.NONE, List.of(), Optional.empty());
  }

  /// Whether nothing is deployed as it stands.
  boolean stopped() {
    return verdicts.stream().anyMatch(Verdict::stops);
  }

  /// Whether the approval of a person is all that is missing.
  boolean waits() {
    return stopped()
        && verdicts.stream().noneMatch(verdict -> verdict.weight() == Verdict.Weight.STOPS);
  }

  /// The words of the verdicts of some weights.
  List<String> told(Predicate<Verdict> wanted) {
    return verdicts.stream().filter(wanted).map(Verdict::text).toList();
  }

  /// What is going on.
  public enum Kind {
    /// Specs are checked; no environment is meant.
    VALIDATE("Sigma specs", ""),
    PLAN("Sigma plan", "for"),
    DEPLOY("Sigma deploy", "to"),
    DRIFT("Sigma drift", "in"),
    PREVIEW("Sigma preview", "for"),
    ROLLBACK("Sigma rollback", "of");

    private final String title;
    private final String preposition;

    Kind(String title, String preposition) {
      this.title = title;
      this.preposition = preposition;
    }

    String title() {
      return title;
    }

    /// Between the title and the environment.
    String preposition() {
      return preposition;
    }
  }
}
