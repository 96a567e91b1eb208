package io.github.sigmadm.tree;

import io.github.sigmadm.core.Span;
import io.github.sigmadm.tree.Node.ArrayNode;
import io.github.sigmadm.tree.Node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.events.ScalarEvent;

/// The merge key of one mapping: `<<: *defaults` or `<<: [*first, *second]`.
///
/// What the mapping itself says wins, then the objects in their order. Merged fields come after the
/// mapping's own.
final class YamlMerge {

  private final Problems problems;
  private final List<ObjectNode> merged = new ArrayList<>();
  private boolean present;

  YamlMerge(Problems problems) {
    this.problems = problems;
  }

  static boolean isMergeKey(ScalarEvent key) {
    return key.getValue().equals("<<")
        && key.getScalarStyle() == ScalarStyle.PLAIN
        && (key.getTag() == null || key.getTag().equals(YamlScalars.CORE + "merge"));
  }

  void add(Span key, Node value) {
    if (present) {
      problems.report(
          "duplicate-key",
          key,
          "This object has a merge key (<<) already.",
          "Give one merge key a list: <<: [*first, *second].");
      return;
    }
    present = true;
    List<Node> values = value instanceof ArrayNode array ? array.items() : List.of(value);
    for (Node each : values) {
      if (each instanceof ObjectNode object) {
        merged.add(object);
      } else {
        problems.report(
            "invalid-merge",
            key,
            "The merge key (<<) merges objects, and this is none.",
            "Give it an alias of an object or a list of such; a key that is meant as text goes in"
                + " quotes.");
      }
    }
  }

  void into(ObjectBuilder object) {
    for (ObjectNode each : merged) {
      each.fields().forEach(object::addIfAbsent);
    }
  }
}
