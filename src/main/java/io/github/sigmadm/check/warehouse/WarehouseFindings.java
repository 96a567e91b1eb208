package io.github.sigmadm.check.warehouse;

import io.github.sigmadm.check.warehouse.TableUse.ColumnUse;
import io.github.sigmadm.core.Diagnostic;
import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.core.Span;
import io.github.sigmadm.formula.Names;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/// What the catalogue's answers mean for a spec.
///
/// Only an answer makes an error. What could not be asked, and where the catalogue may lag behind
/// the warehouse, is a warning that says so.
public final class WarehouseFindings {

  private static final String LAG =
      "If it is new in the warehouse, synchronise the connection in Sigma, then run this again.";

  /// What Sigma appends to the second of two columns whose names it shows alike.
  private static final Pattern COUNTED = Pattern.compile(" \\(\\d+\\)$");

  private final RepositoryPath file;
  private final WarehouseUses before;
  private final List<Diagnostic> found = new ArrayList<>();
  private final List<TableUse> withoutColumns = new ArrayList<>();
  private final Map<String, List<TableUse>> unasked = new LinkedHashMap<>();
  private final NearNames near = new NearNames();

  private WarehouseFindings(RepositoryPath file, WarehouseUses before) {
    this.file = file;
    this.before = before;
  }

  /// Judges what a spec newly uses.
  ///
  /// @param uses what is to be judged
  /// @param before what the base commit's version of the file uses: what is wrong with that is
  ///   known
  /// @param answers what the catalogue said about each table
  public static List<Diagnostic> of(
      RepositoryPath file,
      WarehouseUses uses,
      WarehouseUses before,
      Function<TableAddress, CatalogueAnswer> answers) {
    WarehouseFindings findings = new WarehouseFindings(file, before);
    uses.tables().forEach(table -> findings.judge(table, answers.apply(table.address())));
    findings.lagging();
    findings.unasked.forEach(findings::notAsked);
    return findings.found.stream().sorted(Diagnostic.READING_ORDER).toList();
  }

  private void judge(TableUse table, CatalogueAnswer answer) {
    switch (answer) {
      case CatalogueAnswer.Found(var columns) -> columns(table, columns);
      case CatalogueAnswer.WithoutColumns() -> {
        if (!table.columns().isEmpty()) {
          withoutColumns.add(table);
        }
      }
      case CatalogueAnswer.Scope() ->
          add(
              WarehouseRule.UNKNOWN_TABLE,
              table.span(),
              table.address().words() + " is a database or schema, and a table is needed here.",
              "Add the name of the table to `path`.",
              before.reads(table.address()));
      case CatalogueAnswer.Missing(var others) ->
          add(
              WarehouseRule.UNKNOWN_TABLE,
              table.span(),
              "Sigma's catalogue has no table " + table.address().words() + " in this connection.",
              near.table(table.address(), others) + LAG,
              before.reads(table.address()));
      case CatalogueAnswer.ScopeMissing(var others) ->
          add(
              WarehouseRule.WAREHOUSE_NOT_CHECKED,
              table.span(),
              "Sigma's catalogue knows nothing of "
                  + (table.address().path().size() > 1
                      ? table.address().scope().words()
                      : "the connection " + table.address().connection())
                  + ", so the table "
                  + table.address().words()
                  + " was not checked: it is not there, was never synchronised, or the credentials"
                  + " do not see it.",
              near.table(table.address(), others)
                  + "Check `connectionId` and `path`, and that the connection is synchronised in"
                  + " Sigma.",
              before.reads(table.address()));
      case CatalogueAnswer.Unasked(var why) ->
          unasked.computeIfAbsent(why, key -> new ArrayList<>()).add(table);
    }
  }

  private void columns(TableUse table, List<String> columns) {
    Set<String> known = new HashSet<>();
    columns.forEach(column -> known.add(Names.normalise(column)));
    Set<String> readBefore = before.columnsOf(table.address());
    for (ColumnUse column : table.columns()) {
      String counted = COUNTED.matcher(column.name()).replaceFirst("");
      if (!known.contains(Names.normalise(column.name()))
          && !known.contains(Names.normalise(counted))) {
        add(
            WarehouseRule.UNKNOWN_WAREHOUSE_COLUMN,
            column.span(),
            "The table "
                + table.address().words()
                + " has no column \""
                + column.name()
                + "\", as far as Sigma's catalogue knows.",
            near.column(column.name(), columns) + LAG,
            readBefore.contains(Names.normalise(column.name())));
      }
    }
  }

  /// One warning for all tables without columns in the catalogue.
  private void lagging() {
    if (withoutColumns.isEmpty()) {
      return;
    }
    add(
        WarehouseRule.WAREHOUSE_NOT_CHECKED,
        withoutColumns.getFirst().span(),
        "Sigma's catalogue lists no columns of "
            + words(withoutColumns)
            + ", so what is read there was not checked.",
        "Synchronise the connection in Sigma, then run this again.",
        withoutColumns.stream().allMatch(table -> before.reads(table.address())));
  }

  /// One warning for all tables that share a reason.
  private void notAsked(String why, List<TableUse> tables) {
    add(
        WarehouseRule.WAREHOUSE_NOT_CHECKED,
        tables.getFirst().span(),
        "Not checked against the warehouse: " + words(tables) + ". " + why,
        "The rest of the plan is not affected. `checks: { warehouse: false }` in sigma-dm.yml"
            + " switches this check off.",
        tables.stream().allMatch(table -> before.reads(table.address())));
  }

  private static String words(List<TableUse> tables) {
    List<String> words = tables.stream().map(table -> table.address().words()).toList();
    int shown = Math.min(3, words.size());
    String rest = words.size() > shown ? " and " + (words.size() - shown) + " more" : "";
    return String.join(", ", words.subList(0, shown)) + rest;
  }

  private void add(WarehouseRule rule, Span span, String message, String hint, boolean known) {
    found.add(
        new Diagnostic(
            rule.severity(), rule.code(), file, span, message, Optional.of(hint), known));
  }
}
