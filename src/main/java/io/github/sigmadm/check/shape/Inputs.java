package io.github.sigmadm.check.shape;

import static io.github.sigmadm.check.shape.Representation.cases;
import static io.github.sigmadm.check.shape.Shape.ANY;
import static io.github.sigmadm.check.shape.Shape.FILLED;
import static io.github.sigmadm.check.shape.Shape.FLAG;
import static io.github.sigmadm.check.shape.Shape.NUMBER;
import static io.github.sigmadm.check.shape.Shape.TEXT;
import static io.github.sigmadm.check.shape.Shape.extended;
import static io.github.sigmadm.check.shape.Shape.listOf;
import static io.github.sigmadm.check.shape.Shape.oneOf;
import static io.github.sigmadm.check.shape.Shape.optional;
import static io.github.sigmadm.check.shape.Shape.required;
import static io.github.sigmadm.check.shape.Shape.thing;

import io.github.sigmadm.check.shape.Shape.Choice;
import io.github.sigmadm.check.shape.Shape.FieldShape;
import io.github.sigmadm.check.shape.Shape.IfObject;
import io.github.sigmadm.check.shape.Shape.Thing;
import java.util.LinkedHashMap;
import java.util.Map;

/// What filters (section 8 of the description of the representation) and controls (section 12) look
/// like; they share their modes.
final class Inputs {

  private Inputs() {}

  private static final Shape TEXT_MODE =
      oneOf(
          "equals",
          "does-not-equal",
          "contains",
          "does-not-contain",
          "starts-with",
          "does-not-start-with",
          "ends-with",
          "does-not-end-with",
          "like",
          "not-like",
          "matches-regexp",
          "does-not-match-regexp");

  private static final Shape UNIT =
      oneOf(
          "year",
          "quarter",
          "month",
          "week-starting-sunday",
          "week-starting-monday",
          "day",
          "hour",
          "minute");

  private static final Shape DATE =
      new IfObject(
          thing(
              "relative date",
              required("op", oneOf("now-minus", "now-plus")),
              required("unit", UNIT),
              required("value", NUMBER)));

  private static final Shape IN_OR_OUT = oneOf("include", "exclude");
  private static final Shape COMPARISON = oneOf("<=", "=", ">=");
  private static final Shape PATHS = listOf(listOf(ANY));

  private static final FieldShape INCLUDE_NULLS =
      optional("includeNulls", oneOf("always", "never", "when-no-value-is-selected"));

  static final Shape FILTER = filter();
  static final Shape CONTROL = control();

  private static Shape filter() {
    Thing base =
        thing(
            "filter",
            required("id", FILLED),
            required("columnId", FILLED),
            required("kind", TEXT),
            optional("state", oneOf("enabled", "disabled")));
    return new Choice(
        "filter",
        "kind",
        true,
        cases(
            Map.entry(
                "list",
                extended(base, optional("mode", IN_OR_OUT), optional("values", listOf(ANY)))),
            Map.entry(
                "text-match",
                extended(
                    base,
                    required("mode", TEXT_MODE),
                    optional("value", TEXT),
                    optional("case", oneOf("sensitive", "insensitive")),
                    INCLUDE_NULLS)),
            Map.entry(
                "number-range",
                extended(base, optional("min", NUMBER), optional("max", NUMBER), INCLUDE_NULLS)),
            Map.entry("date-range", dateRange(base)),
            Map.entry("top-n", topN(base)),
            Map.entry(
                "hierarchy",
                extended(base, optional("mode", IN_OR_OUT), optional("values", PATHS)))));
  }

  private static Shape control() {
    Thing base =
        thing(
            "control",
            required("id", FILLED),
            required("kind", TEXT),
            required("controlId", FILLED),
            required("controlType", TEXT),
            optional("name", TEXT),
            optional(
                "filters",
                listOf(
                    thing(
                        "control filter",
                        required("source", Representation.SOURCE),
                        required("columnId", FILLED)))),
            optional(
                "parameters",
                listOf(
                    new Choice(
                        "control parameter",
                        "kind",
                        true,
                        cases(
                            Map.entry(
                                "data-model",
                                thing(
                                    "control parameter",
                                    required("kind", TEXT),
                                    required("dataModelId", FILLED),
                                    required("controlId", FILLED))))))));
    FieldShape flagMode = required("mode", oneOf("True/False", "True/All"));
    Shape checkbox = extended(base, flagMode, optional("value", FLAG));
    FieldShape source = optional("source", valueSource());
    return new Choice(
        "control",
        "controlType",
        true,
        cases(
            Map.entry("checkbox", checkbox),
            Map.entry("switch", checkbox),
            Map.entry(
                "text",
                extended(
                    base,
                    required("mode", TEXT_MODE),
                    optional("case", oneOf("sensitive", "insensitive")),
                    INCLUDE_NULLS,
                    optional("showOperators", ANY),
                    optional("value", TEXT))),
            Map.entry("text-area", extended(base, optional("value", TEXT))),
            Map.entry(
                "number",
                extended(
                    base,
                    required("mode", Representation.probably("<=", "=", ">=")),
                    optional("value", NUMBER),
                    INCLUDE_NULLS)),
            Map.entry(
                "number-range",
                extended(base, optional("min", NUMBER), optional("max", NUMBER), INCLUDE_NULLS)),
            Map.entry(
                "date",
                extended(
                    base, required("mode", COMPARISON), optional("value", DATE), INCLUDE_NULLS)),
            Map.entry("date-range", dateRange(base)),
            Map.entry("top-n", topN(base)),
            Map.entry(
                "list",
                extended(
                    base,
                    source,
                    optional("selectionMode", oneOf("single", "multiple")),
                    optional("mode", IN_OR_OUT),
                    optional("values", listOf(ANY)),
                    optional("value", ANY))),
            Map.entry(
                "segmented",
                extended(
                    base,
                    source,
                    optional("value", ANY),
                    optional("clearLabel", TEXT),
                    optional("showClearLabel", FLAG))),
            Map.entry(
                "hierarchy",
                extended(
                    base,
                    optional(
                        "source",
                        thing(
                            "control source",
                            required("source", Representation.SOURCE),
                            required("columnId", FILLED),
                            optional("kind", ANY))),
                    optional("mode", IN_OR_OUT),
                    optional("values", PATHS))),
            Map.entry(
                "slider",
                extended(
                    base,
                    required("mode", COMPARISON),
                    optional("low", NUMBER),
                    optional("high", NUMBER),
                    optional("step", NUMBER),
                    optional("value", NUMBER),
                    INCLUDE_NULLS)),
            Map.entry(
                "range-slider",
                extended(
                    base,
                    optional("low", NUMBER),
                    optional("high", NUMBER),
                    optional("step", NUMBER),
                    optional("min", NUMBER),
                    optional("max", NUMBER),
                    INCLUDE_NULLS))));
  }

  /// Where the values of a list to choose from come from.
  private static Shape valueSource() {
    return new Choice(
        "control source",
        "kind",
        true,
        cases(
            Map.entry(
                "manual",
                thing(
                    "control source",
                    required("kind", TEXT),
                    required("valueType", oneOf("text", "number", "date", "boolean")),
                    optional("values", listOf(ANY)),
                    optional("labels", listOf(ANY)))),
            Map.entry(
                "source",
                thing(
                    "control source",
                    required("kind", TEXT),
                    required("source", Representation.SOURCE),
                    required("columnId", FILLED),
                    optional("displayColumnId", FILLED)))));
  }

  private static Shape dateRange(Thing base) {
    Thing range = extended(base, required("mode", TEXT), INCLUDE_NULLS);
    Thing between = extended(range, optional("startDate", ANY), optional("endDate", ANY));
    Thing one = extended(range, optional("date", ANY));
    Thing span =
        extended(
            range,
            required("value", NUMBER),
            required("unit", UNIT),
            required("includeToday", FLAG));
    return new Choice(
        base.what(),
        "mode",
        false,
        cases(
            Map.entry("between", between),
            Map.entry("on", one),
            Map.entry("before", one),
            Map.entry("after", one),
            Map.entry("next", span),
            Map.entry("last", span),
            Map.entry("current", extended(range, optional("unit", UNIT))),
            Map.entry("custom", custom(range))));
  }

  private static Shape custom(Thing range) {
    return extended(range, optional("startDate", DATE), optional("endDate", DATE));
  }

  private static Shape topN(Thing base) {
    Thing ranked = extended(base, required("rankingFunction", TEXT), INCLUDE_NULLS);
    Shape byCount =
        extended(
            ranked, required("mode", oneOf("top-n", "bottom-n")), optional("rowCount", NUMBER));
    Shape byShare =
        extended(
            ranked,
            required("mode", oneOf("top-percentile", "bottom-percentile")),
            optional("percentile", NUMBER));
    Map<String, Shape> cases = new LinkedHashMap<>();
    cases.put("rank", byCount);
    cases.put("rank-dense", byCount);
    cases.put("row-number", byCount);
    cases.put("rank-percentile", byShare);
    cases.put("cume-dist", byShare);
    return new Choice(base.what(), "rankingFunction", false, cases);
  }
}
