package io.github.sigmadm.plan;

import io.github.sigmadm.formula.CanonicalFormula;
import io.github.sigmadm.spec.Column;
import io.github.sigmadm.spec.IdKind;
import io.github.sigmadm.spec.TableElement;
import io.github.sigmadm.tree.CanonicalJson;
import io.github.sigmadm.tree.Node.TextNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Compares the column security rules of a table.
///
/// Security widens when a rule goes away, a column leaves `restrictedColumns`, assignments are
/// added, the kind of criteria changes to any but `no-one-can-view`, or the formula of a restricted
/// column comes to stand in one that is not restricted. A change of which that cannot be excluded
/// counts as one.
final class SecurityComparison {

  private static final Set<String> COMPARED = Set.of("id", "restrictedColumns", "criteria");
  private static final String NO_ONE = "no-one-can-view";

  private final TablePair tables;

  private SecurityComparison(TablePair tables) {
    this.tables = tables;
  }

  static void compare(TablePair tables) {
    new SecurityComparison(tables).compare();
  }

  private void compare() {
    PairsById rules = tables.byId("columnSecurities");
    Findings findings = tables.findings();
    rules.kept().forEach(kept -> compare(kept.before(), kept.after()));
    for (Named rule : rules.added()) {
      findings.added(
          Thing.SECURITY,
          tables.after().subject(IdKind.COLUMN_SECURITY, rule.id()),
          describe(rule).orElse("no criteria"));
    }
    for (Named rule : rules.removed()) {
      findings.removed(
          Thing.SECURITY,
          tables.before().subject(IdKind.COLUMN_SECURITY, rule.id()),
          describe(rule).orElse("no criteria"));
    }
    exposed();
  }

  private void compare(Named before, Named after) {
    Findings findings = tables.findings();
    Subject subject = tables.before().subject(IdKind.COLUMN_SECURITY, before.id());
    compareColumns(subject, before, after);
    if (Findings.differ(before, after, "criteria")) {
      boolean tighter = isTighter(before.object("criteria"), after.object("criteria"));
      findings.changed(
          Thing.SECURITY,
          subject,
          "criteria",
          tighter ? "tighter" : "criteria",
          describe(before),
          describe(after));
    }
    findings.compareRest(subject, "columnSecurities.", before, after, COMPARED);
  }

  private void compareColumns(Subject subject, Named before, Named after) {
    List<String> now = after.ids("restrictedColumns");
    Set<String> left = new HashSet<>(before.ids("restrictedColumns"));
    // a column that is gone is told as such, and shows nothing to anyone
    left.removeIf(id -> tables.after().view().column(id).isEmpty());
    now.forEach(left::remove);
    Set<String> entered = new HashSet<>(now);
    before.ids("restrictedColumns").forEach(entered::remove);
    if (left.isEmpty() && entered.isEmpty()) {
      return;
    }
    tables
        .findings()
        .changed(
            Thing.SECURITY,
            subject,
            "restrictedColumns",
            left.isEmpty() ? "tighter" : "restrictedColumns",
            Optional.of(before.names("restrictedColumns")),
            Optional.of(after.names("restrictedColumns")));
  }

  private static boolean isTighter(Optional<Named> before, Optional<Named> after) {
    if (before.isEmpty() || after.isEmpty()) {
      return before.isEmpty();
    }
    if (after.get().text("kind").equals(Optional.of(NO_ONE))) {
      return true;
    }
    boolean sameButAssignments =
        after
            .get()
            .node()
            .without("assignments")
            .sameValue(before.get().node().without("assignments"));
    return sameButAssignments
        && assignments(before.get()).containsAll(assignments(after.get()))
        && !assignments(after.get()).isEmpty();
  }

  /// Who may see, in words.
  private static Optional<String> describe(Named rule) {
    return rule.object("criteria")
        .map(criteria -> {
          String kind = criteria.text("kind").orElse("?");
          String who =
              criteria.objects("assignments").stream()
                  .map(SecurityComparison::describeAssignment)
                  .collect(Collectors.joining(", "));
          return who.isEmpty() ? kind : kind + ": " + who;
        });
  }

  private static String describeAssignment(Named assignment) {
    return assignment
        .text("teamId")
        .map(team -> "team " + team)
        .or(() -> assignment.text("userId").map(user -> "user " + user))
        .or(() ->
            assignment
                .text("userAttributeId")
                .map(attribute ->
                    "attribute " + attribute + " = " + assignment.show("value").orElse("?")))
        .orElseGet(() -> CanonicalJson.text(assignment.node()));
  }

  private static List<String> assignments(Named criteria) {
    return criteria.node().items("assignments").stream().map(CanonicalJson::text).toList();
  }

  /// Columns that show what was restricted under another id.
  private void exposed() {
    TableElement before = tables.before().view();
    TableElement after = tables.after().view();
    Map<String, List<String>> secrets = new LinkedHashMap<>();
    Set<String> restrictedBefore = restricted(tables.before());
    for (Column column : before.columns()) {
      if (restrictedBefore.contains(column.id().value())) {
        formula(column)
            .ifPresent(text ->
                secrets
                    .computeIfAbsent(text, k -> new ArrayList<>())
                    .add(tables.before().label(IdKind.COLUMN, column.id().value())));
      }
    }
    if (secrets.isEmpty()) {
      return;
    }
    Set<String> restrictedAfter = restricted(tables.after());
    for (Column column : after.columns()) {
      String id = column.id().value();
      Optional<String> formula = formula(column);
      boolean wasThere = before.column(id).flatMap(SecurityComparison::formula).equals(formula);
      if (restrictedAfter.contains(id) || wasThere) {
        continue;
      }
      formula
          .map(secrets::get)
          .ifPresent(names ->
              tables
                  .findings()
                  .changed(
                      Thing.SECURITY,
                      tables.after().subject(IdKind.COLUMN, id),
                      "restrictedColumns",
                      Optional.of("restricted as " + String.join(", ", names)),
                      Optional.of("not restricted")));
    }
  }

  private static Optional<String> formula(Column column) {
    return column.formula().map(TextNode::value).map(text -> CanonicalFormula.of(text).text());
  }

  private static Set<String> restricted(TablePair.Table table) {
    return table.parts().objects("columnSecurities").stream()
        .flatMap(rule -> rule.ids("restrictedColumns").stream())
        .collect(Collectors.toSet());
  }
}
