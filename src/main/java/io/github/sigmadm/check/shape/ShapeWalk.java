package io.github.sigmadm.check.shape;

import io.github.sigmadm.check.shape.Shape.FieldShape;
import io.github.sigmadm.core.Span;
import io.github.sigmadm.spec.Nearest;
import io.github.sigmadm.tree.Node;
import io.github.sigmadm.tree.Node.ArrayNode;
import io.github.sigmadm.tree.Node.BooleanNode;
import io.github.sigmadm.tree.Node.Field;
import io.github.sigmadm.tree.Node.NullNode;
import io.github.sigmadm.tree.Node.NumberNode;
import io.github.sigmadm.tree.Node.ObjectNode;
import io.github.sigmadm.tree.Node.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Compares a tree with a shape, in one walk.
///
/// A text with a variable (`${…}`) in it stands for any text. `null` stands for an absent field.
public final class ShapeWalk {

  private final List<ShapeProblem> problems = new ArrayList<>();

  private ShapeWalk() {}

  /// What is wrong with the looks of a document, in the order of the walk.
  public static List<ShapeProblem> problems(ObjectNode document) {
    ShapeWalk walk = new ShapeWalk();
    walk.object(document, Representation.DATA_MODEL);
    return walk.problems;
  }

  private void value(Node node, Shape shape, Holder holder, String field) {
    switch (shape) {
      case Shape.Any ignored -> {}
      case Shape.Later later -> value(node, later.shape().get(), holder, field);
      case Shape.OrNull maybe -> {
        if (!(node instanceof NullNode)) {
          value(node, maybe.shape(), holder, field);
        }
      }
      case Shape.Text ignored -> {
        if (!(node instanceof TextNode)) {
          wrongType(node, holder, field, "a text", quoted(node));
        }
      }
      case Shape.Filled ignored -> {
        if (!(node instanceof TextNode text)) {
          wrongType(node, holder, field, "a text", quoted(node));
        } else if (text.value().isBlank()) {
          add(
              ShapeProblem.Kind.MISSING_FIELD,
              text.span(),
              holder + " has an empty `" + field + "`.",
              "Write a value for `" + field + "`.");
        }
      }
      case Shape.Numeric ignored -> {
        if (!(node instanceof NumberNode)) {
          wrongType(node, holder, field, "a number", unquoted(node));
        }
      }
      case Shape.Flag ignored -> {
        if (!(node instanceof BooleanNode)) {
          wrongType(node, holder, field, "`true` or `false`", unquoted(node));
        }
      }
      case Shape.OneOf choice -> oneOf(node, choice, holder, field);
      case Shape.ListOf list -> list(node, list, holder, field);
      case Shape.IfObject maybe -> {
        if (node instanceof ObjectNode object) {
          object(object, maybe.thing());
        }
      }
      case Shape.Thing ignored -> objectOrWrong(node, shape, holder, field);
      case Shape.Choice ignored -> objectOrWrong(node, shape, holder, field);
    }
  }

  private void objectOrWrong(Node node, Shape shape, Holder holder, String field) {
    if (node instanceof ObjectNode object) {
      object(object, shape);
    } else {
      wrongType(node, holder, field, "an object", "Write the fields between braces.");
    }
  }

  private void object(ObjectNode object, Shape shape) {
    switch (shape) {
      case Shape.Thing thing -> fields(object, thing);
      case Shape.Choice choice -> choice(object, choice);
      case Shape.Any ignored -> {}
      case Shape.Text ignored -> {}
      case Shape.Filled ignored -> {}
      case Shape.Numeric ignored -> {}
      case Shape.Flag ignored -> {}
      case Shape.OneOf ignored -> {}
      case Shape.ListOf ignored -> {}
      case Shape.OrNull ignored -> {}
      case Shape.IfObject ignored -> {}
      case Shape.Later later -> object(object, later.shape().get());
    }
  }

  private void choice(ObjectNode object, Shape.Choice choice) {
    Holder holder = new Holder(choice.what(), object);
    Optional<Node> decider =
        object.get(choice.discriminator()).filter(node -> !(node instanceof NullNode));
    if (decider.isEmpty()) {
      add(
          ShapeProblem.Kind.MISSING_FIELD,
          place(object),
          holder + " has no `" + choice.discriminator() + "`.",
          "Add `" + choice.discriminator() + "`: " + list(choice.cases().keySet()) + ".");
      return;
    }
    if (!(decider.get() instanceof TextNode text)) {
      wrongType(decider.get(), holder, choice.discriminator(), "a text", quoted(decider.get()));
      return;
    }
    Shape found = choice.cases().get(text.value());
    if (found != null) {
      object(object, found);
    } else if (!isVariable(text)) {
      notInList(text, holder, choice.discriminator(), choice.cases().keySet(), choice.open());
    }
  }

  private void fields(ObjectNode object, Shape.Thing thing) {
    Holder holder = new Holder(thing.what(), object);
    Set<String> excused = new LinkedHashSet<>();
    for (FieldShape field : thing.fields().values()) {
      Optional<Node> node = object.get(field.name()).filter(value -> !(value instanceof NullNode));
      if (node.isPresent()) {
        value(node.get(), field.shape(), holder, field.name());
      } else if (field.required() && !acceptsNull(object, field)) {
        missing(object, thing, field, holder).ifPresent(excused::add);
      }
    }
    for (Field field : object.fields()) {
      if (!thing.fields().containsKey(field.name()) && !excused.contains(field.name())) {
        unknown(field, thing, holder);
      }
    }
  }

  private static boolean acceptsNull(ObjectNode object, FieldShape field) {
    return field.shape() instanceof Shape.OrNull && object.get(field.name()).isPresent();
  }

  /// Reports a missing field; answers the field that was probably meant to be it.
  private Optional<String> missing(
      ObjectNode object, Shape.Thing thing, FieldShape field, Holder holder) {
    List<String> strangers =
        object.fields().stream()
            .map(Field::name)
            .filter(name -> !thing.fields().containsKey(name))
            .toList();
    Optional<String> meant =
        strangers.stream()
            .filter(field.aliases()::contains)
            .findFirst()
            .or(() -> Nearest.to(field.name(), strangers));
    if (meant.isPresent()) {
      add(
          ShapeProblem.Kind.MISSING_FIELD,
          object.field(meant.get()).orElseThrow().nameSpan(),
          holder + " has `" + meant.get() + "` where `" + field.name() + "` is required.",
          "Rename `" + meant.get() + "` to `" + field.name() + "`.");
    } else {
      add(
          ShapeProblem.Kind.MISSING_FIELD,
          place(object),
          holder + " has no `" + field.name() + "`.",
          "Add `" + field.name() + "`: " + expectation(field.shape()) + ".");
    }
    return meant;
  }

  private void unknown(Field field, Shape.Thing thing, Holder holder) {
    boolean ignored = Representation.IGNORES_UNKNOWN_KEYS.contains(thing.what());
    add(
        ShapeProblem.Kind.UNKNOWN_FIELD,
        field.nameSpan(),
        holder
            + " has a field `"
            + field.name()
            + "` that is not known"
            + (ignored ? "; Sigma accepts such a filter and then filters nothing by it." : "."),
        Nearest.to(field.name(), thing.fields().keySet())
            .map(name -> "Did you mean `" + name + "`?")
            .orElse(
                "Known fields are "
                    + list(thing.fields().keySet())
                    + ". The field is passed on as it stands; remove it if it is a mistake."));
  }

  private void oneOf(Node node, Shape.OneOf choice, Holder holder, String field) {
    if (!(node instanceof TextNode text)) {
      wrongType(node, holder, field, "a text", quoted(node));
    } else if (!choice.values().contains(text.value()) && !isVariable(text)) {
      notInList(text, holder, field, choice.values(), choice.open());
    }
  }

  private void notInList(
      TextNode text,
      Holder holder,
      String field,
      java.util.Collection<String> values,
      boolean open) {
    String known = "Known values are " + list(values) + ".";
    String hint =
        Nearest.to(text.value(), values)
            .map(value -> "Did you mean \"" + value + "\"? " + known)
            .orElse(known);
    if (open) {
      add(
          ShapeProblem.Kind.UNKNOWN_KIND,
          text.span(),
          holder
              + " has the `"
              + field
              + "` \""
              + text.value()
              + "\", which is not known; it is passed on unchecked.",
          hint);
    } else {
      add(
          ShapeProblem.Kind.INVALID_VALUE,
          text.span(),
          holder + " has the `" + field + "` \"" + text.value() + "\", which does not exist.",
          hint);
    }
  }

  private void list(Node node, Shape.ListOf list, Holder holder, String field) {
    if (!(node instanceof ArrayNode array)) {
      wrongType(node, holder, field, "a list", "Write the items between brackets: [ … ].");
      return;
    }
    int size = array.items().size();
    if (size < list.least() || size > list.most()) {
      add(
          ShapeProblem.Kind.INVALID_VALUE,
          Span.at(array.span().start()),
          size == 0
              ? holder + " has an empty list `" + field + "`."
              : holder + " has " + size + " items in `" + field + "`.",
          list.most() == Integer.MAX_VALUE
              ? "Add at least " + list.least() + ": " + expectation(list.item()) + "."
              : "Write " + list.least() + " to " + list.most() + " items.");
    }
    for (Node item : array.items()) {
      value(item, list.item(), holder, field);
    }
  }

  private void wrongType(Node node, Holder holder, String field, String expected, String hint) {
    add(
        ShapeProblem.Kind.WRONG_TYPE,
        Span.at(node.span().start()),
        holder + " has " + described(node) + " in `" + field + "` where " + expected + " belongs.",
        hint);
  }

  private void add(ShapeProblem.Kind kind, Span span, String message, String hint) {
    problems.add(new ShapeProblem(kind, span, message, hint));
  }

  private static boolean isVariable(TextNode text) {
    return text.value().contains("${");
  }

  /// The part that a finding is about, put into words only when there is one.
  private record Holder(String what, ObjectNode object) {
    @Override
    public String toString() {
      return "The "
          + what
          + object
              .text("name")
              .or(() -> object.text("id"))
              .filter(name -> !name.isBlank())
              .map(name -> " \"" + name + "\"")
              .orElse("");
    }
  }

  /// Where to point for something that is not there: at what names the object, else its beginning.
  private static Span place(ObjectNode object) {
    return object
        .textNode("id")
        .or(() -> object.textNode("name"))
        .map(TextNode::span)
        .orElseGet(() -> Span.at(object.span().start()));
  }

  private static String described(Node node) {
    return switch (node) {
      case ObjectNode ignored -> "an object";
      case ArrayNode ignored -> "a list";
      case TextNode text -> "the text \"" + text.value() + "\"";
      case NumberNode number -> "the number " + number.literal();
      case BooleanNode flag -> "`" + flag.value() + "`";
      case NullNode ignored -> "`null`";
    };
  }

  private static String quoted(Node node) {
    return switch (node) {
      case NumberNode number -> "Put it in quotes: \"" + number.literal() + "\".";
      case BooleanNode flag -> "Put it in quotes: \"" + flag.value() + "\".";
      case ObjectNode ignored -> "Write one text.";
      case ArrayNode ignored -> "Write one text.";
      case TextNode ignored -> "Write one text.";
      case NullNode ignored -> "Write a text, or remove the field.";
    };
  }

  private static String unquoted(Node node) {
    return node instanceof TextNode
        ? "Write it without quotes; a variable always gives a text."
        : "Write a value of that kind, or remove the field.";
  }

  private static String expectation(Shape shape) {
    return switch (shape) {
      case Shape.Any ignored -> "a value";
      case Shape.Text ignored -> "a text";
      case Shape.Filled ignored -> "a text";
      case Shape.Numeric ignored -> "a number";
      case Shape.Flag ignored -> "`true` or `false`";
      case Shape.OneOf choice -> "one of " + list(choice.values());
      case Shape.ListOf ignored -> "a list";
      case Shape.OrNull maybe -> expectation(maybe.shape()) + " or `null`";
      case Shape.IfObject ignored -> "a value";
      case Shape.Thing thing -> "an object, the " + thing.what();
      case Shape.Choice choice -> "an object, the " + choice.what();
      case Shape.Later later -> expectation(later.shape().get());
    };
  }

  private static String list(java.util.Collection<String> names) {
    return String.join(", ", names.stream().map(name -> "`" + name + "`").toList());
  }
}
