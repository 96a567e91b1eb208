package io.github.sigmadm.tree;

import io.github.sigmadm.core.Span;
import io.github.sigmadm.tree.Node.ArrayNode;
import io.github.sigmadm.tree.Node.BooleanNode;
import io.github.sigmadm.tree.Node.Field;
import io.github.sigmadm.tree.Node.NullNode;
import io.github.sigmadm.tree.Node.NumberNode;
import io.github.sigmadm.tree.Node.ObjectNode;
import io.github.sigmadm.tree.Node.TextNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// Random trees.
final class Trees {

  private static final Span HERE = Span.FILE_START;
  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "a",
          "yes",
          "No",
          "null",
          "~",
          "true",
          "12",
          "0x1f",
          "1e3",
          "1.0",
          "-",
          "- a",
          "a: b",
          "a:",
          "a #b",
          "#a",
          "[Orders/Id]",
          "{x}",
          "If([a] = \"x\", 1, 0)",
          "it's",
          "c:\\d",
          "<<",
          "=",
          "2024-01-31",
          "12:30:00",
          "010",
          ".5",
          "?",
          "? a",
          "a,b",
          "&a",
          "*a",
          "!x",
          "%",
          "@",
          "`",
          "select 1\nfrom t\n",
          "a\n\nb",
          "a\n\n",
          "\na",
          " a\nb",
          "a\n b \n",
          "a\tb\n\tc",
          "a\r\nb",
          "\u0085",
          "x\u2028y",
          "\ufeff",
          "\0",
          "\u007f",
          "😀",
          "---",
          "...",
          "a ",
          "é",
          "x\n---\ny",
          "a\n\n\n",
          "\n",
          "\\/",
          "a\\\nb",
          "y",
          "_a",
          "(a)",
          "$a",
          "\t",
          "x".repeat(1_100),
          "a\n  ",
          "a\n \n");
  private static final List<String> NUMBERS =
      List.of(
          "0",
          "-0",
          "1",
          "1.0",
          "100",
          "1e2",
          "1E+2",
          "0.1",
          "1e-7",
          "1e-8",
          "123456789012345678901",
          "1e21",
          "-2.50e30",
          "1.5");

  private final Random random;

  private Trees(long seed) {
    random = new Random(seed);
  }

  static Node random(long seed) {
    return new Trees(seed).node(4);
  }

  /// The tree with its keys shuffled and its numbers spelled in another way.
  static Node respelled(Node node, long seed) {
    return new Trees(seed).respelled(node);
  }

  private Node node(int depth) {
    return switch (random.nextInt(depth > 0 ? 7 : 4)) {
      case 0 -> new BooleanNode(random.nextBoolean(), HERE);
      case 1 -> new NullNode(HERE);
      case 2 -> number(pick(NUMBERS));
      case 3 -> TextNode.of(text(), HERE);
      case 4 ->
          new ArrayNode(
              IntStream.range(0, random.nextInt(4)).mapToObj(i -> node(depth - 1)).toList(), HERE);
      default -> object(depth);
    };
  }

  private ObjectNode object(int depth) {
    ObjectNode object = new ObjectNode(List.of(), HERE);
    for (int i = random.nextInt(random.nextInt(10) == 0 ? 30 : 4); i > 0; i--) {
      object = object.with(text(), node(depth - 1));
    }
    return object;
  }

  private String text() {
    return random.nextInt(3) == 0 ? pick(TEXTS) + pick(TEXTS) : pick(TEXTS);
  }

  private <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  static NumberNode number(String literal) {
    return new NumberNode(new BigDecimal(literal), literal, HERE);
  }

  private Node respelled(Node node) {
    return switch (node) {
      case ObjectNode object -> {
        List<Field> fields = new ArrayList<>();
        object
            .fields()
            .forEach(field -> fields.add(new Field(field.name(), HERE, respelled(field.value()))));
        java.util.Collections.shuffle(fields, random);
        yield new ObjectNode(fields, HERE);
      }
      case ArrayNode array -> array.map(this::respelled);
      case NumberNode number -> {
        BigDecimal other = number.value().setScale(number.value().scale() + random.nextInt(3));
        yield new NumberNode(other, other.toString(), HERE);
      }
      case TextNode text -> text;
      case BooleanNode bool -> bool;
      case NullNode none -> none;
    };
  }
}
