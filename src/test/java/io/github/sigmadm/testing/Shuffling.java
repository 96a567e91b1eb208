package io.github.sigmadm.testing;

import io.github.sigmadm.spec.DataModel;
import io.github.sigmadm.tree.Node;
import io.github.sigmadm.tree.Node.ArrayNode;
import io.github.sigmadm.tree.Node.Field;
import io.github.sigmadm.tree.Node.ObjectNode;
import io.github.sigmadm.tree.Node.TextNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/// The same values in another order.
public final class Shuffling {

  /// Lists of a model in whose order nobody sees anything.
  private static final Set<String> SETS =
      Set.of(
          "columns",
          "metrics",
          "relationships",
          "filters",
          "folders",
          "columnSecurities",
          "restrictedColumns");

  private Shuffling() {}

  /// A model with its keys, its lists of things and its pages and elements in another order.
  public static DataModel everything(DataModel model, long seed) {
    return DataModel.of(
        (ObjectNode)
            shuffle(
                model.node(),
                new Random(seed),
                Set.of(
                    "pages",
                    "elements",
                    "columns",
                    "metrics",
                    "relationships",
                    "filters",
                    "folders",
                    "columnSecurities")));
  }

  /// A model with its keys, and those lists in another order that are sets.
  public static DataModel unseen(DataModel model, long seed) {
    return DataModel.of((ObjectNode) shuffle(model.node(), new Random(seed), SETS));
  }

  /// A model with its keys in another order.
  public static DataModel keys(DataModel model, long seed) {
    return DataModel.of((ObjectNode) shuffle(model.node(), new Random(seed), Set.of()));
  }

  /// Whether the order of the columns of a table shows, because nothing else fixes it.
  private static boolean isSeen(ObjectNode table, String list) {
    if (!list.equals("columns")) {
      return false;
    }
    Set<String> fixed = new HashSet<>();
    Stream.of(
            Stream.of(table)
                .flatMap(t -> Stream.of("order", "summary").flatMap(f -> t.items(f).stream())),
            table.objects("folders").stream().flatMap(folder -> folder.items("items").stream()),
            table.objects("groupings").stream()
                .flatMap(
                    g -> Stream.of("groupBy", "calculations").flatMap(f -> g.items(f).stream())))
        .flatMap(ids -> ids)
        .filter(TextNode.class::isInstance)
        .forEach(id -> fixed.add(((TextNode) id).value()));
    return table.objects("columns").stream()
        .filter(column -> column.get("hidden").isEmpty())
        .anyMatch(column -> column.text("id").filter(id -> !fixed.contains(id)).isPresent());
  }

  private static Node shuffle(Node node, Random random, Set<String> lists) {
    return switch (node) {
      case ObjectNode object -> {
        List<Field> fields = new ArrayList<>();
        for (Field field : object.fields()) {
          Node value = shuffle(field.value(), random, lists);
          if (value instanceof ArrayNode array
              && lists.contains(field.name())
              && (lists.contains("pages") || !isSeen(object, field.name()))) {
            List<Node> items = new ArrayList<>(array.items());
            Collections.shuffle(items, random);
            value = new ArrayNode(items, array.span());
          }
          fields.add(new Field(field.name(), field.nameSpan(), value));
        }
        Collections.shuffle(fields, random);
        yield new ObjectNode(fields, object.span());
      }
      case ArrayNode array -> array.map(item -> shuffle(item, random, lists));
      case TextNode text -> text;
      case Node.NumberNode number -> number;
      case Node.BooleanNode bool -> bool;
      case Node.NullNode nothing -> nothing;
    };
  }
}
