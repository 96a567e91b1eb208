package io.github.sigmadm.testing;

import io.github.sigmadm.formula.ColumnNames;
import io.github.sigmadm.formula.Names;
import io.github.sigmadm.spec.DataModel;
import io.github.sigmadm.tree.Node;
import io.github.sigmadm.tree.Node.ArrayNode;
import io.github.sigmadm.tree.Node.BooleanNode;
import io.github.sigmadm.tree.Node.Field;
import io.github.sigmadm.tree.Node.ObjectNode;
import io.github.sigmadm.tree.Node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A model as Sigma might answer it: other keys first, defaults left out, friendly names in
/// references to warehouse columns, metadata on top.
public final class SigmaSpelling {

  private static final Pattern REFERENCE = Pattern.compile("\\[([^/\\]]+)/([^/\\]]+)]");

  private SigmaSpelling() {}

  /// The answer for a model.
  ///
  /// @param seed decides which of the liberties are taken
  public static DataModel of(DataModel model, long seed) {
    Random random = new Random(seed);
    ObjectNode answered = (ObjectNode) spell(model.node(), random);
    return DataModel.of(
        Shuffling.keys(DataModel.of(answered), seed)
            .node()
            .with("documentVersion", Trees.of(random.nextInt(9)))
            .with("latestDocumentVersion", Trees.of(9))
            .with("ownerId", Trees.of("somebody")));
  }

  private static Node spell(Node node, Random random) {
    return switch (node) {
      case ObjectNode object -> {
        List<Field> fields = new ArrayList<>();
        for (Field field : object.fields()) {
          if (!isLeftOut(field, random)) {
            Node value =
                field.name().equals("formula") && field.value() instanceof TextNode text
                    ? TextNode.of(friendly(text.value()), text.span())
                    : spell(field.value(), random);
            fields.add(new Field(field.name(), field.nameSpan(), value));
          }
        }
        ObjectNode spelled = new ObjectNode(fields, object.span());
        boolean hasDefaultName =
            spelled.text("formula").flatMap(ColumnNames::implied).equals(spelled.text("name"));
        yield hasDefaultName ? spelled.without("name") : spelled;
      }
      case ArrayNode array -> array.map(item -> spell(item, random));
      case TextNode text -> text;
      case Node.NumberNode number -> number;
      case BooleanNode bool -> bool;
      case Node.NullNode nothing -> nothing;
    };
  }

  private static boolean isLeftOut(Field field, Random random) {
    return switch (field.name()) {
      case "hidden" -> field.value() instanceof BooleanNode flag && !flag.value();
      case "visibleAsSource" -> field.value() instanceof BooleanNode flag && flag.value();
      case "selectionMode" -> isText(field, "multiple");
      case "joinType" -> isText(field, "inner");
      case "mode" -> isText(field, "include") && random.nextBoolean();
      default -> false;
    };
  }

  private static boolean isText(Field field, String value) {
    return field.value() instanceof TextNode text && text.value().equals(value);
  }

  private static String friendly(String formula) {
    Matcher matcher = REFERENCE.matcher(formula);
    return matcher.replaceAll(match ->
        Matcher.quoteReplacement(
            "[" + match.group(1) + "/" + Names.friendly(match.group(2)) + "]"));
  }
}
