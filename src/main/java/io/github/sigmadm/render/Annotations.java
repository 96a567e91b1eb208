package io.github.sigmadm.render;

import io.github.sigmadm.core.Diagnostic;
import io.github.sigmadm.core.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// The findings that are marked at their lines, as many as a service shows of a step: ten errors,
/// ten warnings, ten others.
///
/// @param shown the most important ones, in that order
/// @param rest says how many there are besides; empty if these are all
public record Annotations(List<Diagnostic> shown, Optional<String> rest) {

  /// So many of a kind are shown. What was there before is a kind of its own, together with the one
  /// line about the rest.
  private static final int MOST = 10;

  public Annotations {
    shown = List.copyOf(shown);
  }

  /// Chooses from all findings of a run.
  public static Annotations of(List<Diagnostic> findings) {
    List<Diagnostic> ordered = Importance.ordered(findings);
    List<Diagnostic> shown = new ArrayList<>();
    take(ordered, Diagnostic::isNewError, MOST, shown);
    take(ordered, finding -> isNewWarning(finding), MOST, shown);
    take(ordered, Diagnostic::known, MOST - 1, shown);
    return new Annotations(
        shown,
        shown.size() == findings.size() ? Optional.empty() : Optional.of(rest(ordered, shown)));
  }

  private static void take(
      List<Diagnostic> ordered, Predicate<Diagnostic> kind, int most, List<Diagnostic> shown) {
    ordered.stream().filter(kind).limit(most).forEach(shown::add);
  }

  private static boolean isNewWarning(Diagnostic finding) {
    return !finding.known() && finding.severity() == Severity.WARNING;
  }

  private static String rest(List<Diagnostic> all, List<Diagnostic> shown) {
    List<String> counts = new ArrayList<>();
    count(all, shown, Diagnostic::isNewError, "error", counts);
    count(all, shown, finding -> isNewWarning(finding), "warning", counts);
    count(all, shown, Diagnostic::known, "known finding", counts);
    boolean one = all.size() == shown.size() + 1;
    return "Besides the findings that are marked at their lines there "
        + (one ? "is " : "are ")
        + Count.listed(counts)
        + ". The job summary and the report have all "
        + all.size()
        + ".";
  }

  private static void count(
      List<Diagnostic> all,
      List<Diagnostic> shown,
      Predicate<Diagnostic> kind,
      String noun,
      List<String> counts) {
    long more = all.stream().filter(kind).count() - shown.stream().filter(kind).count();
    if (more > 0) {
      counts.add(more + " more " + (more == 1 ? noun : noun + "s"));
    }
  }
}
