package io.github.sigmadm.tree;

import io.github.sigmadm.tree.Node.Field;
import java.util.AbstractList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/// The fields of a large object: an immutable list that also finds a field by its name at once.
final class FieldIndex extends AbstractList<Field> implements RandomAccess {

  /// Up to this many fields, looking at one after the other is as fast and takes no memory.
  static final int LINEAR_UP_TO = 16;

  private final List<Field> fields;
  private final Map<String, Field> byName;

  private FieldIndex(List<Field> fields) {
    this.fields = List.copyOf(fields);
    this.byName = HashMap.newHashMap(fields.size());
    this.fields.forEach(field -> byName.put(field.name(), field));
  }

  /// An immutable copy, with an index if it is worth one.
  static List<Field> copyOf(List<Field> fields) {
    if (fields instanceof FieldIndex) {
      return fields;
    }
    return fields.size() > LINEAR_UP_TO ? new FieldIndex(fields) : List.copyOf(fields);
  }

  static @Nullable Field find(List<Field> fields, String name) {
    if (fields instanceof FieldIndex index) {
      return index.byName.get(name);
    }
    for (Field field : fields) {
      if (field.name().equals(name)) {
        return field;
      }
    }
    return null;
  }

  /// A name that two of the fields have, if there is one.
  static @Nullable String repeatedName(List<Field> fields) {
    if (fields instanceof FieldIndex index && index.byName.size() == fields.size()) {
      return null;
    }
    for (int i = 1; i < fields.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (fields.get(i).name().equals(fields.get(j).name())) {
          return fields.get(i).name();
        }
      }
    }
    return null;
  }

  @Override
  public Field get(int index) {
    return fields.get(index);
  }

  @Override
  public int size() {
    return fields.size();
  }
}
