package io.github.sigmadm.tree;

import io.github.sigmadm.core.Position;
import io.github.sigmadm.core.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// A value of a JSON or YAML document, with its place in the text it was read from.
///
/// Two nodes are [#sameValue] when they mean the same; `equals` also compares the places.
public sealed interface Node {

  /// Where the value stands in its file. A value that the program made stands where the value that
  /// it replaces stood, or where the value that holds it stands.
  Span span();

  /// An object. Keys are unique and keep the order of the text. A field is found quickly however
  /// many there are.
  record ObjectNode(List<Field> fields, Span span) implements Node {

    public ObjectNode {
      fields = FieldIndex.copyOf(fields);
      String repeated = FieldIndex.repeatedName(fields);
      if (repeated != null) {
        throw new IllegalArgumentException("an object has each key once: '" + repeated + "'");
      }
    }

    /// The value of a field, if it is there.
    public Optional<Node> get(String name) {
      return field(name).map(Field::value);
    }

    /// A field, if it is there.
    public Optional<Field> field(String name) {
      return Optional.ofNullable(FieldIndex.find(fields, name));
    }

    /// The text of a field, if it is there and is a text.
    public Optional<String> text(String name) {
      return textNode(name).map(TextNode::value);
    }

    /// The text node of a field, if it is there and is a text.
    public Optional<TextNode> textNode(String name) {
      return get(name).orElse(null) instanceof TextNode text ? Optional.of(text) : Optional.empty();
    }

    /// The object of a field, if it is there and is an object.
    public Optional<ObjectNode> object(String name) {
      return get(name).orElse(null) instanceof ObjectNode object
          ? Optional.of(object)
          : Optional.empty();
    }

    /// The items of a field; none if it is absent or not an array.
    public List<Node> items(String name) {
      return get(name).orElse(null) instanceof ArrayNode array ? array.items() : List.of();
    }

    /// The objects among the items of a field; none if it is absent or not an array.
    public List<ObjectNode> objects(String name) {
      return items(name).stream()
          .filter(ObjectNode.class::isInstance)
          .map(ObjectNode.class::cast)
          .toList();
    }

    /// This object with a field's value replaced in its place, or added at the end.
    public ObjectNode with(String name, Node value) {
      if (field(name).isEmpty()) {
        var extended = new ArrayList<>(fields);
        extended.add(new Field(name, value.span(), value));
        return new ObjectNode(extended, span);
      }
      return new ObjectNode(
          fields.stream()
              .map(field ->
                  field.name().equals(name)
                      ? new Field(field.name(), field.nameSpan(), value)
                      : field)
              .toList(),
          span);
    }

    /// This object without a field.
    public ObjectNode without(String name) {
      return new ObjectNode(
          fields.stream().filter(field -> !field.name().equals(name)).toList(), span);
    }
  }

  /// A key of an object and its value.
  record Field(String name, Span nameSpan, Node value) {}

  /// An array.
  record ArrayNode(List<Node> items, Span span) implements Node {

    public ArrayNode {
      items = List.copyOf(items);
    }

    /// This array with each item replaced.
    public ArrayNode map(UnaryOperator<Node> replace) {
      return new ArrayNode(items.stream().map(replace).toList(), span);
    }
  }

  /// A text. `layout` tells where each of its characters stands in the file.
  record TextNode(String value, Span span, TextLayout layout) implements Node {

    /// A text that the program made in the place of another value.
    public static TextNode of(String value, Span span) {
      return new TextNode(value, span, new TextLayout.Fixed(span.start()));
    }

    /// Where the character at an index (UTF-16) of the value stands; the index may be the length of
    /// the value.
    public Position positionOf(int index) {
      Objects.checkIndex(index, value.length() + 1);
      return layout.positionOf(index);
    }

    /// Where a part of the value stands.
    public Span spanOf(int start, int end) {
      return new Span(positionOf(start), positionOf(end));
    }
  }

  /// A number, exact. `literal` is its spelling in the file. What was read is within
  /// [Limits#exponent], so that its value can be written out in full.
  record NumberNode(BigDecimal value, String literal, Span span) implements Node {

    /// A number that the program made in the place of another value.
    public static NumberNode of(long value, Span span) {
      return new NumberNode(BigDecimal.valueOf(value), Long.toString(value), span);
    }
  }

  /// `true` or `false`.
  record BooleanNode(boolean value, Span span) implements Node {}

  /// `null`.
  record NullNode(Span span) implements Node {}

  /// The value inside this one that a path leads to, if it leads anywhere.
  default Optional<Node> at(TreePath path) {
    return path.in(this);
  }

  /// Whether two nodes mean the same: places, the order of keys and the spelling of numbers left
  /// aside.
  default boolean sameValue(Node other) {
    return switch (this) {
      case ObjectNode object ->
          other instanceof ObjectNode that
              && object.fields().size() == that.fields().size()
              && object.fields().stream()
                  .allMatch(
                      field -> that.get(field.name()).filter(field.value()::sameValue).isPresent());
      case ArrayNode array -> {
        if (!(other instanceof ArrayNode that) || array.items().size() != that.items().size()) {
          yield false;
        }
        for (int i = 0; i < array.items().size(); i++) {
          if (!array.items().get(i).sameValue(that.items().get(i))) {
            yield false;
          }
        }
        yield true;
      }
      case TextNode text -> other instanceof TextNode that && text.value().equals(that.value());
      case NumberNode number ->
          other instanceof NumberNode that && number.value().compareTo(that.value()) == 0;
      case BooleanNode bool -> other instanceof BooleanNode that && bool.value() == that.value();
      case NullNode ignored -> other instanceof NullNode;
    };
  }
}
