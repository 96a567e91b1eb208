package io.github.sigmadm.check;

import io.github.sigmadm.core.Diagnostic;
import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.core.Severity;
import io.github.sigmadm.core.Span;
import io.github.sigmadm.spec.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Collects what the rules find in one file.
final class Findings {

  /// How many words are compared in all to find what was meant, so that a file with thousands of
  /// mistakes is still checked at once.
  private static final int MOST_COMPARISONS = 100_000;

  private final RepositoryPath file;
  private final List<Diagnostic> found = new ArrayList<>();
  private int comparisons;

  Findings(RepositoryPath file) {
    this.file = file;
  }

  /// Reports a violation with the rule's own severity.
  void add(Rule rule, Span span, String message, String hint) {
    add(rule, rule.severity(), span, message, hint);
  }

  /// Reports a violation that is a warning whatever the rule's severity.
  void warn(Rule rule, Span span, String message, String hint) {
    add(rule, Severity.WARNING, span, message, hint);
  }

  void add(Rule rule, Severity severity, Span span, String message, String hint) {
    found.add(new Diagnostic(severity, rule.code(), file, span, message, Optional.of(hint), false));
  }

  /// `Did you mean "…"?` and a space, if one of the candidates is near; else nothing.
  String didYouMean(String word, Collection<String> candidates) {
    if (candidates.size() > MOST_COMPARISONS - comparisons) {
      return "";
    }
    comparisons += candidates.size();
    return Nearest.to(word, candidates).map(name -> "Did you mean \"" + name + "\"? ").orElse("");
  }

  /// Everything, in reading order.
  List<Diagnostic> inReadingOrder() {
    return found.stream().sorted(Diagnostic.READING_ORDER).distinct().toList();
  }
}
