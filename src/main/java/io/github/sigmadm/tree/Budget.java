package io.github.sigmadm.tree;

import io.github.sigmadm.core.Span;

/// What the limits still allow of one file.
final class Budget {

  /// What was spent when a value began.
  record Mark(int nodes, long characters, int depth, int deepest) {}

  /// What one value took.
  ///
  /// @param height objects and arrays inside each other in it, itself included
  record Cost(int nodes, long characters, int height) {}

  private final Limits limits;
  private final Problems problems;
  private int nodes;
  private long characters;
  private int deepest;

  Budget(Limits limits, Problems problems) {
    this.limits = limits;
    this.problems = problems;
  }

  /// Counts one value.
  void node(Span span) {
    if (++nodes > limits.nodes()) {
      throw problems.stop(
          "too-many-values",
          span,
          "The file has more than " + limits.nodes() + " values.",
          "Split it into several data models.");
    }
  }

  /// Checks the depth of an object or array; the outermost has depth 1.
  void depth(int depth, Span span) {
    if (depth > limits.depth()) {
      throw problems.stop(
          "nested-too-deep",
          span,
          "Objects and arrays are nested more than " + limits.depth() + " deep.",
          "Remove the nesting; no data model needs this.");
    }
    deepest = Math.max(deepest, depth);
  }

  /// Counts and checks the length of a text or key.
  void text(int length, Span span) {
    if (length > limits.textLength()) {
      throw problems.stop(
          "text-too-long",
          span,
          "A text has more than " + limits.textLength() + " characters.",
          "Shorten it.");
    }
    characters += length;
  }

  /// The state before a value that may be repeated.
  Mark mark(int depth) {
    Mark mark = new Mark(nodes, characters, depth, deepest);
    deepest = depth - 1;
    return mark;
  }

  /// What was spent since a mark.
  Cost since(Mark mark) {
    Cost cost =
        new Cost(nodes - mark.nodes(), characters - mark.characters(), deepest - mark.depth() + 1);
    deepest = Math.max(deepest, mark.deepest());
    return cost;
  }

  /// Counts a value that is repeated by an alias at a depth.
  void repeat(Cost cost, int depth, Span span) {
    if (cost.height() > 0) {
      depth(depth + cost.height() - 1, span);
    }
    nodes += cost.nodes();
    characters += cost.characters();
    if (nodes < 0 || nodes > limits.nodes() || characters > limits.bytes()) {
      throw problems.stop(
          "too-many-aliases",
          span,
          "With its aliases written out, the file has more than "
              + limits.nodes()
              + " values or "
              + limits.bytes()
              + " characters.",
          "Use fewer aliases of large values.");
    }
  }
}
