package io.github.sigmadm.tree;

import io.github.sigmadm.core.Span;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// The anchors of a YAML document, and what its aliases would cost written out.
///
/// An alias gives the very node of its anchor, so it takes no memory here; but whoever walks the
/// tree walks it once more, so it counts against the limits as if it were written out.
final class YamlAnchors {

  /// An anchor whose value is being read.
  record Open(String name, int depth, Budget.Mark before) {}

  private record Anchored(Node node, Budget.Cost cost) {}

  private final Budget budget;
  private final Problems problems;
  private final Map<String, Anchored> anchors = new HashMap<>();
  private final Set<String> open = new HashSet<>();

  YamlAnchors(Budget budget, Problems problems) {
    this.budget = budget;
    this.problems = problems;
  }

  Open open(String name, int depth) {
    anchors.remove(name);
    open.add(name);
    return new Open(name, depth, budget.mark(depth));
  }

  void close(Open anchor, Node node) {
    open.remove(anchor.name());
    anchors.put(anchor.name(), new Anchored(node, budget.since(anchor.before())));
  }

  Node resolve(String name, Span place, int depth) {
    Anchored anchored = anchors.get(name);
    if (anchored != null) {
      budget.repeat(anchored.cost(), depth, place);
      return anchored.node();
    }
    if (open.contains(name)) {
      throw problems.stop(
          "cyclic-alias",
          place,
          "The alias " + Quoted.briefly(name) + " stands inside the value that it refers to.",
          "Write the value out; a value cannot contain itself.");
    }
    throw problems.stop(
        "unknown-alias",
        place,
        "No anchor " + Quoted.briefly(name) + " comes before this alias.",
        "Put &" + name + " before the value that is meant, or put the text in quotes.");
  }
}
