package io.github.sigmadm.render;

import io.github.sigmadm.plan.Plan;
import io.github.sigmadm.plan.Report;
import java.nio.charset.StandardCharsets;

/// The summary of a job, on the page of its run. GitHub drops one of more than 1 MiB altogether, so
/// it is made to fit as a comment is.
public final class Summary {

  /// In UTF-8, as the limit is given, with room for what other steps of the job add.
  static final Document.Limit LIMIT =
      new Document.Limit(1_000_000, text -> text.getBytes(StandardCharsets.UTF_8).length);

  private static final LineDiff.Limits DIFFS = new LineDiff.Limits(5, 400, 2000);

  private static final int MAP_SIZE = 60;

  private static final int FINDINGS = 1_000;

  private Summary() {}

  /// What will happen.
  public static String of(Plan plan, Occasion occasion) {
    return of(Matter.of(plan), occasion, LIMIT);
  }

  /// What has happened.
  public static String of(Report report, Occasion occasion) {
    return of(Matter.of(report), occasion, LIMIT);
  }

  static String of(Matter matter, Occasion occasion, Document.Limit limit) {
    return new MarkdownReport(occasion, DIFFS, MAP_SIZE, FINDINGS)
        .of(
            matter,
            "",
            what -> "_Left out for length: " + what + ". All of it is in the HTML report._\n\n")
        .fit(limit);
  }
}
