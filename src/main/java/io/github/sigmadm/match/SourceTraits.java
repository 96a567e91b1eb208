package io.github.sigmadm.match;

import io.github.sigmadm.spec.Source;
import io.github.sigmadm.tree.CanonicalJson;
import io.github.sigmadm.tree.Node.TextNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What can be told about where a table's rows come from, as words of which two documents can have
/// more or fewer in common.
final class SourceTraits {

  private final Translation translation;
  private final Set<String> traits = new LinkedHashSet<>();

  private SourceTraits(Translation translation) {
    this.translation = translation;
  }

  /// @param translation how the source's document's element ids read on the live side; an element
  ///   that it does not know has nothing in common with any
  static Set<String> of(Optional<Source> source, Translation translation) {
    SourceTraits collected = new SourceTraits(translation);
    source.ifPresent(collected::collect);
    return collected.traits;
  }

  private void collect(Source source) {
    switch (source) {
      case Source.WarehouseTable table -> {
        List<String> path = table.path();
        traits.add("path " + String.join("\n", path));
        if (!path.isEmpty()) {
          traits.add("table " + path.getLast().toLowerCase(Locale.ROOT));
        }
      }
      case Source.OfElement of -> {
        String written = of.elementId().map(TextNode::value).orElse("");
        traits.add(
            translation.element(written).map(id -> "element " + id).orElse("new " + written));
      }
      case Source.OfDataModel model -> {
        model.dataModelId().ifPresent(id -> traits.add("model " + id.value()));
        model.elementId().ifPresent(id -> traits.add("element of model " + id.value()));
      }
      case Source.Sql sql -> {
        String statement = sql.statement().map(TextNode::value).orElse("");
        for (String word : statement.toLowerCase(Locale.ROOT).split("\\s+", -1)) {
          traits.add("sql " + word);
        }
      }
      case Source.Join join -> {
        traits.add("join");
        join.parts().forEach(this::collect);
      }
      case Source.Union union -> {
        traits.add("union");
        union.parts().forEach(this::collect);
      }
      case Source.Transpose transpose -> {
        traits.add("transpose " + transpose.node().text("direction").orElse(""));
        transpose.parts().forEach(this::collect);
      }
      case Source.Other other -> traits.add(CanonicalJson.text(other.node()));
    }
  }
}
