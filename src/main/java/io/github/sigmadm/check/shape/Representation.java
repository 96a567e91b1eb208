package io.github.sigmadm.check.shape;

import static io.github.sigmadm.check.shape.Shape.ANY;
import static io.github.sigmadm.check.shape.Shape.FILLED;
import static io.github.sigmadm.check.shape.Shape.FLAG;
import static io.github.sigmadm.check.shape.Shape.NUMBER;
import static io.github.sigmadm.check.shape.Shape.TEXT;
import static io.github.sigmadm.check.shape.Shape.listOf;
import static io.github.sigmadm.check.shape.Shape.oneOf;
import static io.github.sigmadm.check.shape.Shape.optional;
import static io.github.sigmadm.check.shape.Shape.required;
import static io.github.sigmadm.check.shape.Shape.thing;

import io.github.sigmadm.check.shape.Shape.Choice;
import io.github.sigmadm.check.shape.Shape.FieldShape;
import io.github.sigmadm.check.shape.Shape.Later;
import io.github.sigmadm.check.shape.Shape.ListOf;
import io.github.sigmadm.check.shape.Shape.OneOf;
import io.github.sigmadm.check.shape.Shape.OrNull;
import io.github.sigmadm.check.shape.Shape.Thing;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Schema version 1 of the code representation of a data model: sections 1 to 12 of its
/// description. Controls and filters stand in [Inputs].
final class Representation {

  private Representation() {}

  /// Parts whose unknown fields Sigma was seen to accept and to do nothing with.
  static final Set<String> IGNORES_UNKNOWN_KEYS = Set.of("filter");

  private static final Shape TEXTS = listOf(TEXT);

  static final Shape FORMAT =
      new Choice(
          "format",
          "kind",
          false,
          cases(
              Map.entry(
                  "number",
                  thing(
                      "number format",
                      required("kind", TEXT),
                      optional("formatString", TEXT),
                      optional("prefix", TEXT),
                      optional("suffix", TEXT),
                      optional("displayNullAs", TEXT),
                      optional("decimalSymbol", TEXT),
                      optional("digitGroupingSymbol", TEXT),
                      optional("digitGroupingSize", listOf(NUMBER)),
                      optional("currencySymbol", TEXT))),
              Map.entry(
                  "datetime",
                  thing(
                      "datetime format", required("kind", TEXT), optional("formatString", TEXT)))));

  private static final Shape COLUMN =
      thing(
          "column",
          required("id", FILLED),
          required("formula", TEXT),
          optional("name", TEXT),
          optional("description", TEXT),
          optional("hidden", FLAG),
          optional("format", FORMAT));

  private static final Shape PERIOD =
      oneOf(
          "year",
          "quarter",
          "month",
          "week",
          "week-starting-sunday",
          "week-starting-monday",
          "day",
          "hour",
          "minute",
          "second");

  private static final Shape METRIC =
      thing(
          "metric",
          required("id", FILLED),
          required("formula", TEXT),
          optional("name", TEXT),
          optional("description", TEXT),
          optional("isHighlighted", FLAG),
          optional("format", FORMAT),
          optional(
              "timeline",
              thing(
                  "timeline",
                  required("dateColumnId", FILLED),
                  optional("truncation", PERIOD),
                  optional(
                      "comparison",
                      thing(
                          "comparison",
                          required("comparisonPeriod", PERIOD),
                          optional("direction", oneOf("higher-is-better", "lower-is-better")))))));

  private static final Shape RELATIONSHIP =
      thing(
          "relationship",
          required("id", FILLED),
          required("targetElementId", FILLED),
          required(
              "keys",
              listOf(
                  thing(
                      "relationship key",
                      required("sourceColumnId", FILLED),
                      required("targetColumnId", FILLED)))),
          optional("name", TEXT),
          optional("description", TEXT),
          optional("relationshipType", oneOf("1:1", "1:N", "N:1")));

  private static final Shape SORT =
      thing(
          "sort",
          required("columnId", FILLED),
          required("direction", oneOf("ascending", "descending")),
          optional("nulls", oneOf("first", "last", "connection-default")));

  private static final Shape COLUMN_SECURITY =
      thing(
          "column security rule",
          required("id", FILLED),
          required("restrictedColumns", TEXTS),
          required(
              "criteria",
              new Choice(
                  "criteria",
                  "kind",
                  false,
                  cases(
                      Map.entry("no-one-can-view", thing("criteria", required("kind", TEXT))),
                      Map.entry(
                          "specific-users-and-teams",
                          thing(
                              "criteria",
                              required("kind", TEXT),
                              required(
                                  "assignments",
                                  listOf(
                                      new Choice(
                                          "assignment",
                                          "type",
                                          false,
                                          cases(
                                              Map.entry("user", assignment("userId")),
                                              Map.entry("team", assignment("teamId")))))))),
                      Map.entry(
                          "user-attribute",
                          thing(
                              "criteria",
                              required("kind", TEXT),
                              required(
                                  "assignments",
                                  listOf(
                                      thing(
                                          "assignment",
                                          required("userAttributeId", FILLED),
                                          required("value", ANY))))))))));

  static final Shape SOURCE = new Later(Representation::source);

  private static final Shape ACTUAL_SOURCE =
      new Choice(
          "source",
          "kind",
          true,
          cases(
              Map.entry(
                  "warehouse-table",
                  thing(
                      "warehouse table",
                      required("kind", TEXT),
                      required("connectionId", FILLED),
                      required("path", new ListOf(FILLED, 1, 3)))),
              Map.entry(
                  "table",
                  thing(
                      "source",
                      required("kind", TEXT),
                      required("elementId", FILLED),
                      optional("groupingId", FILLED))),
              Map.entry(
                  "data-model",
                  thing(
                      "data model source",
                      required("kind", TEXT),
                      required("dataModelId", FILLED),
                      required("elementId", FILLED),
                      optional("groupingId", FILLED))),
              Map.entry(
                  "sql",
                  thing(
                      "sql source",
                      required("kind", TEXT),
                      required("connectionId", FILLED),
                      required("statement", FILLED, "sql", "query"))),
              Map.entry("join", join()),
              Map.entry(
                  "union",
                  thing(
                      "union",
                      required("kind", TEXT),
                      required("sources", listOf(SOURCE)),
                      required(
                          "matches",
                          listOf(
                              thing(
                                  "union match",
                                  required("outputColumnName", FILLED),
                                  required("sourceColumns", listOf(new OrNull(TEXT)))))),
                      optional("name", TEXT))),
              Map.entry("transpose", transpose()),
              Map.entry(
                  "csv-table",
                  thing(
                      "csv source",
                      required("kind", TEXT),
                      optional("connectionId", TEXT),
                      optional("inodeId", TEXT))),
              Map.entry("metric-view", view()),
              Map.entry("semantic-view", view())));

  private static final Shape TABLE =
      thing(
          "table",
          required("id", FILLED),
          required("kind", TEXT),
          required("source", SOURCE),
          required("columns", listOf(COLUMN)),
          optional("name", TEXT),
          optional("description", TEXT),
          optional("metrics", listOf(METRIC)),
          optional("metricFolders", listOf(folder("metric folder"))),
          optional("metricOrder", TEXTS),
          optional("relationships", listOf(RELATIONSHIP)),
          optional("filters", listOf(new Later(() -> Inputs.FILTER))),
          optional("folders", listOf(folder("folder"))),
          optional(
              "groupings",
              listOf(
                  thing(
                      "grouping",
                      required("id", FILLED),
                      optional("groupBy", TEXTS),
                      optional("calculations", TEXTS),
                      optional("sort", listOf(SORT))))),
          optional("summary", TEXTS),
          optional("order", TEXTS),
          optional("sort", listOf(SORT)),
          optional("visibleAsSource", FLAG),
          optional("columnSecurities", listOf(COLUMN_SECURITY)),
          optional("uniqueKeys", TEXTS));

  /// `schemaVersion` and what cannot stand at the root have rules of their own.
  static final Thing DATA_MODEL =
      thing(
          "data model",
          optional("schemaVersion", ANY),
          required(
              "pages",
              listOf(
                  thing(
                      "page",
                      required("id", FILLED),
                      required("name", TEXT),
                      required(
                          "elements",
                          listOf(
                              new Choice(
                                  "element",
                                  "kind",
                                  true,
                                  cases(
                                      Map.entry("table", TABLE),
                                      Map.entry("control", new Later(() -> Inputs.CONTROL))))))))),
          optional("name", TEXT),
          optional("folderId", TEXT),
          optional("description", TEXT),
          optional("kind", ANY),
          optional("documentVersion", NUMBER),
          optional("dataModelId", ANY),
          optional("url", ANY),
          optional("latestDocumentVersion", ANY),
          optional("ownerId", ANY),
          optional("createdBy", ANY),
          optional("updatedBy", ANY),
          optional("createdAt", ANY),
          optional("updatedAt", ANY),
          optional("elements", ANY),
          optional("document", ANY),
          optional("layout", ANY));

  private static Shape source() {
    return ACTUAL_SOURCE;
  }

  private static Thing assignment(String id) {
    return thing("assignment", required("type", TEXT), required(id, FILLED));
  }

  private static Thing folder(String what) {
    return thing(what, required("id", FILLED), required("name", TEXT), optional("items", TEXTS));
  }

  private static Thing view() {
    return thing(
        "view source",
        required("kind", TEXT),
        optional("connectionId", TEXT),
        optional("path", TEXTS));
  }

  private static Thing join() {
    return thing(
        "join",
        required("kind", TEXT),
        required(
            "joins",
            new ListOf(
                thing(
                    "join",
                    required("left", SOURCE),
                    required("right", SOURCE),
                    required(
                        "columns",
                        new ListOf(
                            thing(
                                "join condition",
                                required("left", TEXT),
                                required("right", TEXT),
                                optional(
                                    "op",
                                    oneOf(
                                        "=",
                                        "!=",
                                        "<",
                                        "<=",
                                        ">",
                                        ">=",
                                        "within",
                                        "intersects",
                                        "is-distinct-from",
                                        "is-not-distinct-from"))),
                            1,
                            Integer.MAX_VALUE)),
                    optional("name", TEXT),
                    optional(
                        "joinType",
                        oneOf("inner", "left-outer", "right-outer", "full-outer", "lookup"))),
                1,
                Integer.MAX_VALUE)),
        optional("primarySource", SOURCE),
        optional("name", TEXT));
  }

  private static Shape transpose() {
    FieldShape[] both = {
      required("kind", TEXT), required("direction", TEXT), required("source", SOURCE)
    };
    return new Choice(
        "transpose",
        "direction",
        false,
        cases(
            Map.entry(
                "row-to-column",
                Shape.extended(
                    thing("transpose", both),
                    required("columnToTranspose", FILLED),
                    required("valueColumn", FILLED),
                    required("outputColumns", TEXTS),
                    required(
                        "aggregate",
                        oneOf(
                            "min",
                            "max",
                            "count",
                            "count-if",
                            "count-distinct",
                            "sum",
                            "avg",
                            "median")))),
            Map.entry(
                "column-to-row",
                Shape.extended(
                    thing("transpose", both),
                    required("columnsToMerge", TEXTS),
                    required("columnLabelForMergedColumns", FILLED),
                    required("columnLabelForValues", FILLED)))));
  }

  /// Cases in the order given.
  @SafeVarargs
  static Map<String, Shape> cases(Map.Entry<String, ? extends Shape>... cases) {
    Map<String, Shape> ordered = new LinkedHashMap<>();
    for (Map.Entry<String, ? extends Shape> each : cases) {
      ordered.put(each.getKey(), each.getValue());
    }
    return Collections.unmodifiableMap(ordered);
  }

  /// A text of which the sources disagree which values it may have.
  static Shape probably(String... values) {
    return new OneOf(List.of(values), true);
  }
}
