package io.github.sigmadm.tree;

import io.github.sigmadm.tree.Node.ArrayNode;
import io.github.sigmadm.tree.Node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The way from a value to a value inside it, such as `pages[0].elements[2].columns[5].formula`.
///
/// @param steps keys and indexes, outermost first
public record TreePath(List<Step> steps) {

  /// The way from a value to itself; it is written as an empty text.
  public static final TreePath ROOT = new TreePath(List.of());

  /// One step down.
  public sealed interface Step {}

  /// Into the field of an object.
  public record Key(String name) implements Step {}

  /// Into the item of an array, counted from 0.
  public record Index(int index) implements Step {

    public Index {
      if (index < 0) {
        throw new IllegalArgumentException("items count from 0: " + index);
      }
    }
  }

  public TreePath {
    steps = List.copyOf(steps);
  }

  /// A path of keys.
  public static TreePath of(String... keys) {
    TreePath path = ROOT;
    for (String key : keys) {
      path = path.key(key);
    }
    return path;
  }

  /// This path and a step into a field.
  public TreePath key(String name) {
    return step(new Key(name));
  }

  /// This path and a step into an item.
  public TreePath index(int index) {
    return step(new Index(index));
  }

  private TreePath step(Step step) {
    List<Step> longer = new ArrayList<>(steps);
    longer.add(step);
    return new TreePath(longer);
  }

  /// The path without its last step; empty for the root.
  public Optional<TreePath> parent() {
    return steps.isEmpty()
        ? Optional.empty()
        : Optional.of(new TreePath(steps.subList(0, steps.size() - 1)));
  }

  /// The value that this path leads to from another, if it leads anywhere.
  public Optional<Node> in(Node root) {
    Optional<Node> node = Optional.of(root);
    for (Step step : steps) {
      node = node.flatMap(from -> follow(from, step));
    }
    return node;
  }

  private static Optional<Node> follow(Node from, Step step) {
    return switch (step) {
      case Key key -> from instanceof ObjectNode object ? object.get(key.name()) : Optional.empty();
      case Index index ->
          from instanceof ArrayNode array && index.index() < array.items().size()
              ? Optional.of(array.items().get(index.index()))
              : Optional.empty();
    };
  }

  /// The path as people read it: `a.b[0]`; keys that are not plain words stand in `["…"]`.
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    for (Step step : steps) {
      switch (step) {
        case Index index -> out.append('[').append(index.index()).append(']');
        case Key key when isWord(key.name()) ->
            out.append(out.isEmpty() ? "" : ".").append(key.name());
        case Key key -> {
          out.append('[');
          JsonText.append(out, key.name());
          out.append(']');
        }
      }
    }
    return out.toString();
  }

  private static boolean isWord(String name) {
    return !name.isEmpty()
        && name.chars()
            .allMatch(c -> Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '$');
  }
}
