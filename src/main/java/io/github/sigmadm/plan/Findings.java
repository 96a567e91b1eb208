package io.github.sigmadm.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Gathers the differences of one element, one page, or the model itself.
final class Findings {

  private final List<Difference> differences;
  private final Optional<String> page;
  private final Optional<String> element;

  private Findings(List<Difference> differences, Optional<String> page, Optional<String> element) {
    this.differences = differences;
    this.page = page;
    this.element = element;
  }

  static Findings ofModel() {
    return new Findings(new ArrayList<>(), Optional.empty(), Optional.empty());
  }

  /// Gathers into the same list what is about a page.
  Findings onPage(String name) {
    return new Findings(differences, Optional.of(name), Optional.empty());
  }

  /// Gathers into the same list what is about an element.
  Findings onElement(String pageName, String name) {
    return new Findings(differences, Optional.of(pageName), Optional.of(name));
  }

  List<Difference> differences() {
    return List.copyOf(differences);
  }

  void added(Thing thing, Subject subject, String after) {
    add(thing, What.ADDED, "", subject, "", Optional.empty(), Optional.of(after));
  }

  void removed(Thing thing, Subject subject, String before) {
    add(thing, What.REMOVED, "", subject, "", Optional.of(before), Optional.empty());
  }

  void renamed(Thing thing, Subject subject, String after) {
    add(thing, What.RENAMED, "", subject, "", Optional.of(subject.name()), Optional.of(after));
  }

  void moved(Thing thing, Subject subject, String before, String after) {
    add(thing, What.MOVED, "", subject, "", Optional.of(before), Optional.of(after));
  }

  /// A property of a thing has changed.
  void changed(
      Thing thing,
      Subject subject,
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
      Subject subject,
      String property,
      String aspect,
      Optional<String> before,
      Optional<String> after) {
    add(thing, What.CHANGED, aspect, subject, property, before, after);
  }

  /// Compares some of a thing's fields by value.
  void compare(Thing thing, Subject subject, Named before, Named after, List<String> fields) {
    for (String field : fields) {
      if (differ(before, after, field)) {
        changed(thing, subject, field, before.show(field), after.show(field));
      }
    }
  }

  /// Compares all fields but those that have been seen to.
  ///
  /// @param path where the thing stands in its element, as a prefix of the fields' names
  void compareRest(Subject subject, String path, Named before, Named after, Set<String> compared) {
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
      What what, Subject subject, String path, Optional<String> before, Optional<String> after) {
    add(Thing.FIELD, what, path, subject, path, before, after);
  }

  private void add(
      Thing thing,
      What what,
      String aspect,
      Subject subject,
      String property,
      Optional<String> before,
      Optional<String> after) {
    differences.add(
        new Difference(
            new Place(subject.id(), subject.part() + place(what, property)),
            new Change(
                thing,
                what,
                SeverityRules.of(thing, what, aspect),
                page,
                element,
                subject.name(),
                Optional.of(property).filter(text -> !text.isEmpty()),
                before,
                after)));
  }

  /// Names and pages have places of their own, which no field of the representation has.
  private static String place(What what, String property) {
    return switch (what) {
      case RENAMED -> "(name)";
      case MOVED -> "(place)";
      case ADDED, REMOVED, CHANGED -> property;
    };
  }
}
