package io.github.sigmadm.render;

import io.github.sigmadm.plan.Plan;
import io.github.sigmadm.plan.Report;

/// The comment on a pull request: one for each environment.
///
/// It begins with its [Marker]. It never exceeds the hosting service's limit: what is least
/// important is left out first, whole pieces only, and it says what was left out.
public final class Comment {

  /// GitHub takes 65,536 characters. Counted in UTF-16 units, of which there are never fewer than
  /// characters, and with some room for what others may add.
  static final Document.Limit LIMIT = new Document.Limit(65_000, String::length);

  private static final LineDiff.Limits DIFFS = new LineDiff.Limits(3, 60, 240);

  private static final int MAP_SIZE = 30;

  /// More nobody reads in a comment.
  private static final int FINDINGS = 60;

  private Comment() {}

  /// What will happen.
  public static String of(Plan plan, Occasion occasion) {
    return of(Matter.of(plan), occasion, LIMIT);
  }

  /// What has happened.
  public static String of(Report report, Occasion occasion) {
    return of(Matter.of(report), occasion, LIMIT);
  }

  static String of(Matter matter, Occasion occasion, Document.Limit limit) {
    Marker marker = occasion.reviewed().orElseGet(() -> Marker.of(matter.plan()));
    MarkdownReport report = new MarkdownReport(occasion, DIFFS, MAP_SIZE, FINDINGS);
    return report
        .of(
            matter,
            marker.text(),
            what ->
                "_Left out for length: "
                    + what
                    + ". All of it is in "
                    + report.fullReport()
                    + "._\n\n")
        .fit(limit);
  }
}
