package io.github.sigmadm.plan;

import io.github.sigmadm.spec.Source;
import io.github.sigmadm.tree.Node.TextNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Sources in a few words, for people.
///
/// @param labels what the things of the source's document are called
record SourceWords(Labels labels) {

  String describe(Source source) {
    return switch (source) {
      case Source.WarehouseTable table -> "warehouse table " + String.join(".", table.path());
      case Source.OfElement of -> "element " + element(of);
      case Source.OfDataModel model ->
          "element "
              + model.elementId().map(TextNode::value).orElse("?")
              + " of data model "
              + model.dataModelId().map(TextNode::value).orElse("?");
      case Source.Sql ignored -> "custom SQL";
      case Source.Join join ->
          "join of "
              + Optional.of(join)
                  .flatMap(io.github.sigmadm.formula.EffectiveNames::primary)
                  .map(this::brief)
                  .map(primary -> primary + (join.legs().isEmpty() ? "" : ", "))
                  .orElse("")
              + join.legs().stream()
                  .map(Source.Leg::right)
                  .flatMap(Optional::stream)
                  .map(this::brief)
                  .collect(Collectors.joining(", "));
      case Source.Union union -> "union of " + list(union.sources());
      case Source.Transpose transpose ->
          "transpose of " + transpose.source().map(this::brief).orElse("?");
      case Source.Other other -> other.kind().isEmpty() ? "unknown source" : other.kind();
    };
  }

  /// As short as can be: the name where there is one.
  String brief(Source source) {
    return switch (source) {
      case Source.OfElement of -> element(of);
      case Source.WarehouseTable table -> String.join(".", table.path());
      case Source.OfDataModel model -> describe(model);
      case Source.Sql sql -> describe(sql);
      case Source.Join join -> describe(join);
      case Source.Union union -> describe(union);
      case Source.Transpose transpose -> describe(transpose);
      case Source.Other other -> describe(other);
    };
  }

  private String element(Source.OfElement source) {
    return source.elementId().map(id -> labels.element(id.value())).orElse("?");
  }

  String list(List<Source> sources) {
    return sources.stream().map(this::brief).collect(Collectors.joining(", "));
  }
}
