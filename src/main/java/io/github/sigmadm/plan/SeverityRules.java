package io.github.sigmadm.plan;

import static io.github.sigmadm.plan.ChangeSeverity.BREAKING;
import static io.github.sigmadm.plan.ChangeSeverity.NOTICE;
import static io.github.sigmadm.plan.ChangeSeverity.SAFE;
import static io.github.sigmadm.plan.ChangeSeverity.SECURITY;

import java.util.List;

/// How severe each change is: the one table of it.
///
/// Workbooks hold on to models, elements, columns, metrics, controls, groupings and relationships,
/// by id or by name, so those breaking away or being renamed breaks workbooks. They do not hold on
/// to pages and folders.
final class SeverityRules {

  /// Any property that has no row of its own.
  private static final String ANY = "*";

  private record Row(Thing thing, What what, String aspect, ChangeSeverity severity) {}

  private static final List<Row> TABLE =
      List.of(
          row(Thing.MODEL, What.ADDED, ANY, SAFE),
          row(Thing.MODEL, What.REMOVED, ANY, BREAKING),
          row(Thing.MODEL, What.RENAMED, ANY, SAFE),
          // permissions come from the folder
          row(Thing.MODEL, What.MOVED, ANY, NOTICE),
          row(Thing.MODEL, What.CHANGED, ANY, SAFE),
          row(Thing.PAGE, What.ADDED, ANY, SAFE),
          row(Thing.PAGE, What.REMOVED, ANY, SAFE),
          row(Thing.PAGE, What.RENAMED, ANY, SAFE),
          row(Thing.PAGE, What.CHANGED, ANY, SAFE),
          row(Thing.ELEMENT, What.ADDED, ANY, SAFE),
          row(Thing.ELEMENT, What.REMOVED, ANY, BREAKING),
          row(Thing.ELEMENT, What.RENAMED, ANY, BREAKING),
          row(Thing.ELEMENT, What.MOVED, ANY, SAFE),
          row(Thing.ELEMENT, What.CHANGED, "description", SAFE),
          row(Thing.ELEMENT, What.CHANGED, "visibleAsSource=false", BREAKING),
          row(Thing.ELEMENT, What.CHANGED, "visibleAsSource=true", SAFE),
          row(Thing.ELEMENT, What.CHANGED, ANY, NOTICE),
          row(Thing.SOURCE, What.CHANGED, "source.kind", BREAKING),
          row(Thing.SOURCE, What.ADDED, ANY, NOTICE),
          row(Thing.SOURCE, What.REMOVED, ANY, NOTICE),
          row(Thing.SOURCE, What.CHANGED, ANY, NOTICE),
          row(Thing.COLUMN, What.ADDED, ANY, SAFE),
          row(Thing.COLUMN, What.REMOVED, ANY, BREAKING),
          row(Thing.COLUMN, What.RENAMED, ANY, BREAKING),
          // only what it refers to is called otherwise
          row(Thing.COLUMN, What.CHANGED, "formula.follows", SAFE),
          row(Thing.COLUMN, What.CHANGED, "hidden=true", BREAKING),
          row(Thing.COLUMN, What.CHANGED, "hidden=false", SAFE),
          row(Thing.COLUMN, What.CHANGED, "format.kind", BREAKING),
          row(Thing.COLUMN, What.CHANGED, "format", SAFE),
          row(Thing.COLUMN, What.CHANGED, "description", SAFE),
          row(Thing.COLUMN, What.CHANGED, ANY, NOTICE),
          row(Thing.METRIC, What.ADDED, ANY, SAFE),
          row(Thing.METRIC, What.REMOVED, ANY, BREAKING),
          row(Thing.METRIC, What.RENAMED, ANY, BREAKING),
          row(Thing.METRIC, What.CHANGED, "formula.follows", SAFE),
          row(Thing.METRIC, What.CHANGED, "format.kind", BREAKING),
          row(Thing.METRIC, What.CHANGED, "format", SAFE),
          row(Thing.METRIC, What.CHANGED, "description", SAFE),
          row(Thing.METRIC, What.CHANGED, "isHighlighted", SAFE),
          row(Thing.METRIC, What.CHANGED, ANY, NOTICE),
          row(Thing.RELATIONSHIP, What.ADDED, ANY, SAFE),
          row(Thing.RELATIONSHIP, What.REMOVED, ANY, BREAKING),
          // formulas of workbooks go through its name
          row(Thing.RELATIONSHIP, What.RENAMED, ANY, BREAKING),
          row(Thing.RELATIONSHIP, What.CHANGED, "description", SAFE),
          row(Thing.RELATIONSHIP, What.CHANGED, ANY, NOTICE),
          row(Thing.FILTER, What.ADDED, ANY, NOTICE),
          row(Thing.FILTER, What.REMOVED, ANY, NOTICE),
          row(Thing.FILTER, What.CHANGED, ANY, NOTICE),
          row(Thing.CONTROL, What.ADDED, ANY, SAFE),
          row(Thing.CONTROL, What.REMOVED, ANY, BREAKING),
          row(Thing.CONTROL, What.RENAMED, ANY, BREAKING),
          row(Thing.CONTROL, What.MOVED, ANY, SAFE),
          row(Thing.CONTROL, What.CHANGED, "controlType", BREAKING),
          // the label that people see; formulas and other models use the controlId
          row(Thing.CONTROL, What.CHANGED, "name", SAFE),
          row(Thing.CONTROL, What.CHANGED, "description", SAFE),
          row(Thing.CONTROL, What.CHANGED, ANY, NOTICE),
          row(Thing.SECURITY, What.ADDED, ANY, NOTICE),
          row(Thing.SECURITY, What.REMOVED, ANY, SECURITY),
          row(Thing.SECURITY, What.CHANGED, "tighter", NOTICE),
          row(Thing.SECURITY, What.CHANGED, "formula.follows", SAFE),
          row(Thing.SECURITY, What.CHANGED, ANY, SECURITY),
          row(Thing.FOLDER, What.ADDED, ANY, SAFE),
          row(Thing.FOLDER, What.REMOVED, ANY, SAFE),
          row(Thing.FOLDER, What.RENAMED, ANY, SAFE),
          row(Thing.FOLDER, What.CHANGED, ANY, SAFE),
          // its element has other levels from then on
          row(Thing.GROUPING, What.ADDED, ANY, NOTICE),
          row(Thing.GROUPING, What.REMOVED, ANY, BREAKING),
          row(Thing.GROUPING, What.CHANGED, "sort", SAFE),
          row(Thing.GROUPING, What.CHANGED, ANY, NOTICE),
          row(Thing.SORT, What.CHANGED, ANY, SAFE),
          // an inner level calculates within the outer ones
          row(Thing.ORDER, What.CHANGED, "groupings", NOTICE),
          row(Thing.ORDER, What.CHANGED, "source.joins", NOTICE),
          row(Thing.ORDER, What.CHANGED, ANY, SAFE),
          row(Thing.FIELD, What.ADDED, ANY, NOTICE),
          row(Thing.FIELD, What.REMOVED, ANY, NOTICE),
          row(Thing.FIELD, What.CHANGED, ANY, NOTICE));

  private SeverityRules() {}

  /// The severity of a change.
  ///
  /// @param aspect the changed property, with `=` and its new value or another hint at the
  ///   direction where that decides
  static ChangeSeverity of(Thing thing, What what, String aspect) {
    return TABLE.stream()
        .filter(row -> row.thing() == thing && row.what() == what)
        .filter(row -> row.aspect().equals(aspect) || row.aspect().equals(ANY))
        .findFirst()
        .map(Row::severity)
        .orElseThrow(
            () -> new IllegalArgumentException(thing.word() + "." + what.word() + " is no change"));
  }

  private static Row row(Thing thing, What what, String aspect, ChangeSeverity severity) {
    return new Row(thing, what, aspect, severity);
  }
}
