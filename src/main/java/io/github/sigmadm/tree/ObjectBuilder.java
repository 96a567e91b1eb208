package io.github.sigmadm.tree;

import io.github.sigmadm.core.Span;
import io.github.sigmadm.tree.Node.Field;
import io.github.sigmadm.tree.Node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Gathers the fields of one object and reports the keys that it has twice.
final class ObjectBuilder {

  private final Problems problems;
  private final List<Field> fields = new ArrayList<>();
  private @Nullable Map<String, Field> index;

  ObjectBuilder(Problems problems) {
    this.problems = problems;
  }

  /// Adds a field; of two with one name the first stays.
  void add(Field field) {
    Field earlier = find(field.name());
    if (earlier != null) {
      problems.report(
          "duplicate-key",
          field.nameSpan(),
          "The key "
              + Quoted.briefly(field.name())
              + " is in this object already, at "
              + earlier.nameSpan().start()
              + ".",
          "Keep one of the two: readers of the file disagree about which one counts.");
      return;
    }
    put(field);
  }

  /// Adds a field unless there is one of its name.
  void addIfAbsent(Field field) {
    if (find(field.name()) == null) {
      put(field);
    }
  }

  private void put(Field field) {
    fields.add(field);
    if (index != null) {
      index.put(field.name(), field);
    } else if (fields.size() > FieldIndex.LINEAR_UP_TO) {
      Map<String, Field> made = new HashMap<>();
      fields.forEach(each -> made.put(each.name(), each));
      index = made;
    }
  }

  private @Nullable Field find(String name) {
    if (index != null) {
      return index.get(name);
    }
    for (Field field : fields) {
      if (field.name().equals(name)) {
        return field;
      }
    }
    return null;
  }

  ObjectNode build(Span span) {
    return new ObjectNode(fields, span);
  }
}
