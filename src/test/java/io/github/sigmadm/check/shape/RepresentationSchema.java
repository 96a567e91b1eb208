package io.github.sigmadm.check.shape;

import io.github.sigmadm.check.shape.Shape.Choice;
import io.github.sigmadm.check.shape.Shape.FieldShape;
import io.github.sigmadm.check.shape.Shape.ListOf;
import io.github.sigmadm.check.shape.Shape.OneOf;
import io.github.sigmadm.check.shape.Shape.Thing;
import io.github.sigmadm.testing.Trees;
import io.github.sigmadm.tree.TreeWriter;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// The shapes of the representation as a JSON Schema (2020-12), so that editors help while a spec
/// is written. It says what the rules about looks say: `null` stands for an absent field, a text
/// with a variable for any text, and what is unknown is allowed.
final class RepresentationSchema {

  private static final Map<String, Object> ANY_VARIABLE =
      ordered("type", "string", "pattern", "\\$\\{");
  private static final Map<String, Object> FILLED = ordered("type", "string", "pattern", "\\S");

  /// What rules of their own say about the root.
  private static final Map<String, Object> AT_ROOT =
      ordered(
          "schemaVersion", ordered("const", 1),
          "elements", false,
          "document", false,
          "layout", false);

  private final Map<String, String> descriptions;
  private final Set<String> described = new LinkedHashSet<>();
  private final Map<String, Object> definitions = new TreeMap<>();
  private final IdentityHashMap<Shape, String> names = new IdentityHashMap<>();
  private final Set<String> taken = new LinkedHashSet<>(Set.of("variable"));

  private RepresentationSchema(Map<String, String> descriptions) {
    this.descriptions = descriptions;
  }

  /// The text of the schema.
  ///
  /// @param descriptions what editors show for fields, as `part.field`
  static String text(Map<String, String> descriptions) {
    RepresentationSchema schema = new RepresentationSchema(descriptions);
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    root.put("title", "Sigma data model");
    root.put(
        "description",
        "The code representation of a Sigma data model, schema version 1, as far as it is known."
            + " Unknown fields and kinds are allowed.");
    root.putAll(schema.thing(Representation.DATA_MODEL, "data model"));
    schema.definitions.put("variable", ANY_VARIABLE);
    root.put("$defs", schema.definitions);
    Set<String> stale = new LinkedHashSet<>(descriptions.keySet());
    stale.removeAll(schema.described);
    if (!stale.isEmpty()) {
      throw new IllegalArgumentException("described, but not there: " + stale);
    }
    return TreeWriter.pretty(Trees.of(root));
  }

  private Map<String, Object> of(Shape shape) {
    return switch (shape) {
      case Shape.Any ignored -> ordered();
      case Shape.Text ignored -> ordered("type", "string");
      case Shape.Filled ignored -> FILLED;
      case Shape.Numeric ignored -> ordered("type", "number");
      case Shape.Flag ignored -> ordered("type", "boolean");
      case OneOf choice ->
          ordered(
              "anyOf",
              List.of(
                  ordered("enum", choice.values()),
                  choice.open() ? ordered("type", "string") : reference("variable")));
      case ListOf list -> list(list);
      case Shape.OrNull maybe -> orNull(of(maybe.shape()));
      case Shape.IfObject maybe ->
          ordered("if", ordered("type", "object"), "then", named(maybe.thing()));
      case Thing thing -> named(thing);
      case Choice choice -> named(choice);
      case Shape.Later later -> of(later.shape().get());
    };
  }

  private Map<String, Object> list(ListOf list) {
    Map<String, Object> schema = ordered("type", "array", "items", of(list.item()));
    if (list.least() > 0) {
      schema.put("minItems", list.least());
    }
    if (list.most() < Integer.MAX_VALUE) {
      schema.put("maxItems", list.most());
    }
    return schema;
  }

  private Map<String, Object> named(Shape shape) {
    String what =
        switch (shape) {
          case Thing thing -> thing.what();
          case Choice choice -> choice.what();
          default -> throw new IllegalArgumentException("not an object: " + shape);
        };
    return named(shape, what);
  }

  /// A reference to the definition of an object, which is made when it is first referred to.
  private Map<String, Object> named(Shape shape, String wanted) {
    String known = names.get(shape);
    if (known != null) {
      return reference(known);
    }
    String base = wanted.replace(' ', '-');
    String name = base;
    for (int i = 2; !taken.add(name); i++) {
      name = base + "-" + i;
    }
    names.put(shape, name);
    definitions.put(
        name, shape instanceof Choice choice ? choice(choice, name) : thing((Thing) shape, wanted));
    return reference(name);
  }

  private Map<String, Object> choice(Choice choice, String name) {
    Object kinds =
        choice.open()
            ? List.of(
                ordered("enum", List.copyOf(choice.cases().keySet())), ordered("type", "string"))
            : List.of(ordered("enum", List.copyOf(choice.cases().keySet())), reference("variable"));
    Map<String, Object> decider = ordered("anyOf", kinds);
    describe(decider, choice.what(), choice.discriminator());
    List<Object> branches = new ArrayList<>();
    choice
        .cases()
        .forEach((value, shape) ->
            branches.add(
                ordered(
                    "if",
                    ordered(
                        "properties",
                        ordered(choice.discriminator(), ordered("const", value)),
                        "required",
                        List.of(choice.discriminator())),
                    "then",
                    branch(shape, name + " " + value))));
    return ordered(
        "type",
        "object",
        "properties",
        ordered(choice.discriminator(), decider),
        "required",
        List.of(choice.discriminator()),
        "allOf",
        branches);
  }

  private Map<String, Object> branch(Shape shape, String name) {
    return switch (shape) {
      case Shape.Later later -> branch(later.shape().get(), name);
      case Thing thing -> named(thing, name);
      case Choice choice -> named(choice, name);
      default -> of(shape);
    };
  }

  private Map<String, Object> thing(Thing thing, String name) {
    boolean isRoot = thing.equals(Representation.DATA_MODEL);
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    for (FieldShape field : thing.fields().values()) {
      if (isRoot && AT_ROOT.get(field.name()) instanceof Boolean) {
        properties.put(field.name(), false);
        continue;
      }
      Map<String, Object> property =
          new LinkedHashMap<>(
              isRoot && AT_ROOT.get(field.name()) instanceof Map<?, ?>
                  ? ordered("const", 1)
                  : of(field.shape()));
      boolean isRequired = field.required() || property.containsKey("const");
      if (isRequired) {
        if (property.isEmpty()) {
          property.put("not", ordered("type", "null"));
        }
        required.add(field.name());
      }
      Map<String, Object> whole = isRequired ? property : orNull(property);
      if (!describe(whole, name, field.name())) {
        describe(whole, thing.what(), field.name());
      }
      properties.put(field.name(), whole);
    }
    Map<String, Object> schema = ordered("type", "object", "properties", properties);
    if (!required.isEmpty()) {
      schema.put("required", required);
    }
    return schema;
  }

  private boolean describe(Map<String, Object> property, String part, String field) {
    String key = part + "." + field;
    Optional<String> text = Optional.ofNullable(descriptions.get(key));
    text.ifPresent(description -> {
      described.add(key);
      property.put("description", description);
    });
    return text.isPresent();
  }

  /// The same or `null`, which stands for an absent field.
  private static Map<String, Object> orNull(Map<String, Object> schema) {
    if (schema.isEmpty() || schema.containsKey("if")) {
      return schema;
    }
    if (schema.get("type") instanceof String type) {
      Map<String, Object> both = new LinkedHashMap<>(schema);
      both.put("type", List.of(type, "null"));
      return both;
    }
    if (schema.get("anyOf") instanceof List<?> cases) {
      List<Object> more = new ArrayList<>(cases);
      more.add(ordered("type", "null"));
      return ordered("anyOf", more);
    }
    return ordered("anyOf", List.of(schema, ordered("type", "null")));
  }

  private static Map<String, Object> reference(String name) {
    return ordered("$ref", "#/$defs/" + name);
  }

  private static Map<String, Object> ordered(Object... namesAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      map.put(namesAndValues[i].toString(), namesAndValues[i + 1]);
    }
    return map;
  }
}
