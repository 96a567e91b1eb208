package io.github.sigmadm.render;

import io.github.sigmadm.check.RuleBook;
import io.github.sigmadm.core.Diagnostic;
import io.github.sigmadm.core.RepositoryPath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which findings to look at first.
///
/// What this change brought in comes before what was there before, errors before warnings. Of
/// those, each rule speaks once about each file before one speaks again; and causes come before
/// their consequences: a file that cannot be read, then the rules in the order of their
/// documentation, which has what others build on first.
final class Importance {

  private record Place(String code, RepositoryPath file) {}

  /// @param repetition how many of its rule and file, alike in kind, come before it
  private record Ranked(Diagnostic diagnostic, int repetition) {}

  private static final Comparator<Ranked> ORDER =
      Comparator.comparing((Ranked ranked) -> ranked.diagnostic().known())
          .thenComparing(ranked -> ranked.diagnostic().severity())
          .thenComparingInt(Ranked::repetition)
          .thenComparingInt(ranked -> depth(ranked.diagnostic()))
          .thenComparing(Ranked::diagnostic, Diagnostic.READING_ORDER);

  private static final int FORMULAS =
      RuleBook.page("unknown-prefix").map(RuleBook.Page::position).orElse(Integer.MAX_VALUE);

  private Importance() {}

  /// The findings, the most important first.
  static List<Diagnostic> ordered(List<Diagnostic> findings) {
    Map<Place, Integer> seen = new HashMap<>();
    List<Ranked> ranked = new ArrayList<>();
    findings.stream()
        .sorted(Comparator.comparing(Diagnostic::known).thenComparing(Diagnostic.READING_ORDER))
        .forEach(finding -> {
          Place place = new Place(finding.code(), finding.file());
          int before = seen.merge(place, 1, Integer::sum) - 1;
          ranked.add(new Ranked(finding, before));
        });
    return ranked.stream().sorted(ORDER).map(Ranked::diagnostic).toList();
  }

  /// Whether a finding is about what a formula refers to: that is often only wrong since something
  /// else is.
  static boolean isConsequence(Diagnostic finding) {
    return FORMULAS <= depth(finding);
  }

  /// How deep in the chain of causes a rule is; findings that are no rule's are about files that
  /// cannot be read or resolved, and come first.
  static int depth(Diagnostic finding) {
    return RuleBook.page(finding.code()).map(RuleBook.Page::position).orElse(-1);
  }
}
