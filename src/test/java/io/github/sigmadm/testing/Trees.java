package io.github.sigmadm.testing;

import io.github.sigmadm.core.Span;
import io.github.sigmadm.tree.Node;
import io.github.sigmadm.tree.Node.ArrayNode;
import io.github.sigmadm.tree.Node.BooleanNode;
import io.github.sigmadm.tree.Node.Field;
import io.github.sigmadm.tree.Node.NumberNode;
import io.github.sigmadm.tree.Node.ObjectNode;
import io.github.sigmadm.tree.Node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Trees made by tests, without a text behind them.
public final class Trees {

  private Trees() {}

  /// A tree of maps, lists, texts, booleans and whole numbers.
  public static Node of(Object value) {
    return switch (value) {
      case Node node -> node;
      case Map<?, ?> map -> {
        List<Field> fields = new ArrayList<>();
        map.forEach(
            (key, item) -> fields.add(new Field(key.toString(), Span.FILE_START, of(item))));
        yield new ObjectNode(fields, Span.FILE_START);
      }
      case List<?> list -> new ArrayNode(list.stream().map(Trees::of).toList(), Span.FILE_START);
      case String text -> TextNode.of(text, Span.FILE_START);
      case Boolean flag -> new BooleanNode(flag, Span.FILE_START);
      case Number number -> NumberNode.of(number.longValue(), Span.FILE_START);
      default -> throw new IllegalArgumentException(value.getClass().toString());
    };
  }
}
