package io.github.sigmadm.check.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// What a value may look like.
public sealed interface Shape {

  /// Anything; a known field whose value is not judged.
  record Any() implements Shape {}

  /// A text.
  record Text() implements Shape {}

  /// A text with something in it: an id, a formula, a name that others refer to.
  record Filled() implements Shape {}

  /// A number.
  record Numeric() implements Shape {}

  /// `true` or `false`.
  record Flag() implements Shape {}

  /// A text out of a list.
  ///
  /// @param open whether sources disagree about the list, so that another value is only a warning
  record OneOf(List<String> values, boolean open) implements Shape {
    public OneOf {
      values = List.copyOf(values);
    }
  }

  /// An array.
  ///
  /// @param least how many items it has at least
  /// @param most how many items it has at most
  record ListOf(Shape item, int least, int most) implements Shape {}

  /// Something or `null`.
  record OrNull(Shape shape) implements Shape {}

  /// An object with known fields, or a value that is no object.
  record IfObject(Thing thing) implements Shape {}

  /// An object with known fields.
  ///
  /// @param what what people call it
  record Thing(String what, Map<String, FieldShape> fields) implements Shape {}

  /// An object whose fields depend on one of them.
  ///
  /// @param what what people call it
  /// @param discriminator the field that decides
  /// @param open whether more cases may exist than are known
  record Choice(String what, String discriminator, boolean open, Map<String, Shape> cases)
      implements Shape {}

  /// A shape that is used inside itself.
  record Later(Supplier<Shape> shape) implements Shape {}

  /// A field of an object.
  ///
  /// @param aliases names that people use for it by mistake
  record FieldShape(String name, Shape shape, boolean required, List<String> aliases) {

    public FieldShape {
      aliases = List.copyOf(aliases);
    }
  }

  Shape ANY = new Any();
  Shape TEXT = new Text();
  Shape FILLED = new Filled();
  Shape NUMBER = new Numeric();
  Shape FLAG = new Flag();

  static Shape oneOf(String... values) {
    return new OneOf(List.of(values), false);
  }

  static Shape listOf(Shape item) {
    return new ListOf(item, 0, Integer.MAX_VALUE);
  }

  static FieldShape required(String name, Shape shape, String... aliases) {
    return new FieldShape(name, shape, true, List.of(aliases));
  }

  static FieldShape optional(String name, Shape shape) {
    return new FieldShape(name, shape, false, List.of());
  }

  static Thing thing(String what, FieldShape... fields) {
    Map<String, FieldShape> byName = new java.util.LinkedHashMap<>();
    for (FieldShape field : fields) {
      byName.put(field.name(), field);
    }
    return new Thing(what, java.util.Collections.unmodifiableMap(byName));
  }

  /// A thing with more fields.
  static Thing extended(Thing base, FieldShape... more) {
    List<FieldShape> fields = new ArrayList<>(base.fields().values());
    fields.addAll(List.of(more));
    return thing(base.what(), fields.toArray(FieldShape[]::new));
  }
}
