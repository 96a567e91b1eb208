package io.github.sigmadm.testing;

import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.tree.Node;
import io.github.sigmadm.tree.Node.ArrayNode;
import io.github.sigmadm.tree.Node.ObjectNode;
import io.github.sigmadm.tree.Node.TextNode;
import io.github.sigmadm.tree.TreeReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// One edit of a document, as a line of text: `set PATH VALUE`, `remove PATH`, `insert PATH VALUE`
/// (before the item at PATH; behind the last one where it ends in `/end`), or `move PATH INDEX`.
///
/// A path is the names of fields and the indexes of items between slashes; `@id` is the item with
/// that id, and at the beginning of a path the element with that id, wherever it is. Values are
/// YAML on one line.
public record Edit(String command, List<String> path, String value) {

  /// The edit of a line.
  public static Edit of(String line) {
    String[] words = line.split(" ", 3);
    return new Edit(words[0], List.of(words[1].split("/", -1)), words.length > 2 ? words[2] : "");
  }

  /// The document after the edit.
  public ObjectNode applyTo(ObjectNode document) {
    return (ObjectNode) within(document, located(document));
  }

  private List<String> located(ObjectNode document) {
    if (!path.getFirst().startsWith("@")) {
      return path;
    }
    List<ObjectNode> pages = document.objects("pages");
    for (int i = 0; i < pages.size(); i++) {
      if (pages.get(i).objects("elements").stream()
          .anyMatch(element -> isCalled(element, path.getFirst()))) {
        List<String> whole = new ArrayList<>(List.of("pages", Integer.toString(i), "elements"));
        whole.addAll(path);
        return whole;
      }
    }
    throw new IllegalArgumentException("no element " + path.getFirst());
  }

  private Node within(Node node, List<String> steps) {
    String step = steps.getFirst();
    List<String> rest = steps.subList(1, steps.size());
    boolean isLast = rest.isEmpty();
    return switch (node) {
      case ObjectNode object when isLast ->
          switch (command) {
            case "set" -> object.with(step, parsed());
            case "remove" -> object.without(step);
            default -> throw new IllegalArgumentException(command + " of a field");
          };
      case ObjectNode object ->
          object.with(
              step,
              within(
                  object.get(step).orElseThrow(() -> new IllegalArgumentException("no " + step)),
                  rest));
      case ArrayNode array -> changed(array, items -> inItems(items, step, rest));
      default -> throw new IllegalArgumentException("nothing inside at " + steps);
    };
  }

  private List<Node> inItems(List<Node> items, String step, List<String> rest) {
    int index = step.equals("end") ? items.size() : index(items, step);
    if (!rest.isEmpty()) {
      items.set(index, within(items.get(index), rest));
      return items;
    }
    switch (command) {
      case "set" -> items.set(index, parsed());
      case "insert" -> items.add(index, parsed());
      case "remove" -> items.remove(index);
      case "move" -> items.add(Integer.parseInt(value), items.remove(index));
      default -> throw new IllegalArgumentException("no edit " + command);
    }
    return items;
  }

  private static ArrayNode changed(ArrayNode array, UnaryOperator<List<Node>> change) {
    return new ArrayNode(change.apply(new ArrayList<>(array.items())), array.span());
  }

  private static int index(List<Node> items, String step) {
    if (!step.startsWith("@")) {
      return Integer.parseInt(step);
    }
    for (int i = 0; i < items.size(); i++) {
      boolean isIt =
          switch (items.get(i)) {
            case ObjectNode object -> isCalled(object, step);
            case TextNode text -> text.value().equals(step.substring(1));
            default -> false;
          };
      if (isIt) {
        return i;
      }
    }
    throw new IllegalArgumentException("no item " + step);
  }

  private static boolean isCalled(ObjectNode object, String step) {
    return object.text("id").equals(Optional.of(step.substring(1)));
  }

  private Node parsed() {
    return TreeReader.readYaml(
            new RepositoryPath("value.yml"), value.getBytes(StandardCharsets.UTF_8))
        .sound()
        .orElseThrow(() -> new IllegalArgumentException("not YAML: " + value));
  }
}
