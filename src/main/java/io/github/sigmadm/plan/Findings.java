package io.github.sigmadm.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Gathers the changes of one element, one page, or the model itself.
final class Findings {

  private final List<Change> changes;
  private final Optional<String> page;
  private final Optional<String> element;

  private Findings(List<Change> changes, Optional<String> page, Optional<String> element) {
    this.changes = changes;
    this.page = page;
    this.element = element;
  }

  static Findings ofModel() {
    return new Findings(new ArrayList<>(), Optional.empty(), Optional.empty());
  }

  /// Gathers into the same list what is about a page.
  Findings onPage(String name) {
    return new Findings(changes, Optional.of(name), Optional.empty());
  }

  /// Gathers into the same list what is about an element.
  Findings onElement(String pageName, String name) {
    return new Findings(changes, Optional.of(pageName), Optional.of(name));
  }

  List<Change> changes() {
    return List.copyOf(changes);
  }

  void added(Thing thing, String subject, String after) {
    add(thing, What.ADDED, "", subject, "", Optional.empty(), Optional.of(after));
  }

  void removed(Thing thing, String subject, String before) {
    add(thing, What.REMOVED, "", subject, "", Optional.of(before), Optional.empty());
  }

  void renamed(Thing thing, String before, String after) {
    add(thing, What.RENAMED, "", before, "", Optional.of(before), Optional.of(after));
  }

  void moved(Thing thing, String subject, String before, String after) {
    add(thing, What.MOVED, "", subject, "", Optional.of(before), Optional.of(after));
  }

  /// A property of a thing has changed.
  void changed(
      Thing thing,
      String subject,
      String property,
      Optional<String> before,
      Optional<String> after) {
    changed(thing, subject, property, property, before, after);
  }

  /// A property of a thing has changed.
  ///
  /// @param aspect what decides the severity
  void changed(
      Thing thing,
      String subject,
      String property,
      String aspect,
      Optional<String> before,
      Optional<String> after) {
    add(thing, What.CHANGED, aspect, subject, property, before, after);
  }

  /// Compares some of a thing's fields by value.
  void compare(Thing thing, String subject, Named before, Named after, List<String> fields) {
    for (String field : fields) {
      if (differ(before, after, field)) {
        changed(thing, subject, field, before.show(field), after.show(field));
      }
    }
  }

  /// Compares all fields but those that have been seen to.
  ///
  /// @param path where the thing stands in its element, as a prefix of the fields' names
  void compareRest(String subject, String path, Named before, Named after, Set<String> compared) {
    for (var field : after.node().fields()) {
      if (!compared.contains(field.name()) && differ(before, after, field.name())) {
        What what = before.node().get(field.name()).isPresent() ? What.CHANGED : What.ADDED;
        unknown(
            what,
            subject,
            path + field.name(),
            before.show(field.name()),
            after.show(field.name()));
      }
    }
    for (var field : before.node().fields()) {
      if (!compared.contains(field.name()) && after.node().get(field.name()).isEmpty()) {
        unknown(
            What.REMOVED,
            subject,
            path + field.name(),
            before.show(field.name()),
            Optional.empty());
      }
    }
  }

  static boolean differ(Named before, Named after, String field) {
    var old = before.node().get(field);
    var now = after.node().get(field);
    if (old.isEmpty() || now.isEmpty()) {
      return old.isPresent() || now.isPresent();
    }
    return !old.get().sameValue(now.get());
  }

  private void unknown(
      What what, String subject, String path, Optional<String> before, Optional<String> after) {
    add(Thing.FIELD, what, path, subject, path, before, after);
  }

  private void add(
      Thing thing,
      What what,
      String aspect,
      String subject,
      String property,
      Optional<String> before,
      Optional<String> after) {
    changes.add(
        new Change(
            thing,
            what,
            SeverityRules.of(thing, what, aspect),
            page,
            element,
            subject,
            Optional.of(property).filter(text -> !text.isEmpty()),
            before,
            after));
  }
}
