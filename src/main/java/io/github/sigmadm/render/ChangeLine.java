package io.github.sigmadm.render;

import io.github.sigmadm.plan.Change;
import io.github.sigmadm.plan.ChangeSeverity;
import io.github.sigmadm.plan.Thing;
import io.github.sigmadm.plan.What;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A change as people read it; or several alike told as one.
///
/// @param weight how many changes it tells of
/// @param phrase what changes
/// @param diff the two texts compared, where they say more than a sentence can
record ChangeLine(
    ChangeSeverity severity, What what, int weight, Phrase phrase, Optional<LineDiff> diff) {

  /// Values up to this length are told in the sentence.
  private static final int SHORT = 72;

  /// Names are cut for display beyond this; the plan file has them whole.
  static final int NAME = 120;

  /// So many added things of one kind are told one by one; more as a list of names.
  private static final int SINGLES = 3;

  /// So many names stand in such a list.
  private static final int NAMES = 40;

  /// One line for each change.
  static List<ChangeLine> each(List<Change> changes, LineDiff.Limits limits) {
    return changes.stream().map(change -> of(change, limits)).toList();
  }

  /// One line for each change, but harmless additions of one kind in one line where they are many.
  static List<ChangeLine> gathered(List<Change> changes, LineDiff.Limits limits) {
    Map<Thing, List<Change>> additions = new LinkedHashMap<>();
    changes.stream()
        .filter(ChangeLine::isPlainAddition)
        .forEach(change ->
            additions.computeIfAbsent(change.thing(), thing -> new ArrayList<>()).add(change));
    additions.values().removeIf(alike -> alike.size() <= SINGLES);
    Set<Thing> listed = EnumSet.noneOf(Thing.class);
    List<ChangeLine> lines = new ArrayList<>();
    for (Change change : changes) {
      if (!isPlainAddition(change) || !additions.containsKey(change.thing())) {
        lines.add(of(change, limits));
      } else if (listed.add(change.thing())) {
        lines.add(list(additions.getOrDefault(change.thing(), List.of())));
      }
    }
    return lines;
  }

  /// The same with another severity.
  ChangeLine with(ChangeSeverity other) {
    return new ChangeLine(other, what, weight, phrase, diff);
  }

  /// The same with something said before it.
  ChangeLine after(Phrase before) {
    return new ChangeLine(severity, what, weight, before.and(phrase), diff);
  }

  /// The same with something said before it.
  ChangeLine after(String before) {
    return after(Phrase.of(before));
  }

  private static boolean isPlainAddition(Change change) {
    return change.what() == What.ADDED
        && change.severity() == ChangeSeverity.SAFE
        && (change.thing() == Thing.COLUMN
            || change.thing() == Thing.METRIC
            || change.thing() == Thing.FOLDER);
  }

  private static ChangeLine list(List<Change> alike) {
    Change first = alike.getFirst();
    Phrase phrase = Phrase.of(Count.of(alike.size(), noun(first.thing())) + " added: ");
    for (int i = 0; i < Math.min(NAMES, alike.size()); i++) {
      phrase = (i == 0 ? phrase : phrase.words(", ")).name(shown(alike.get(i).subject()));
    }
    if (alike.size() > NAMES) {
      phrase = phrase.words(" and " + (alike.size() - NAMES) + " more");
    }
    return new ChangeLine(first.severity(), first.what(), alike.size(), phrase, Optional.empty());
  }

  private static ChangeLine of(Change change, LineDiff.Limits limits) {
    boolean told = isTold(change);
    return new ChangeLine(
        change.severity(),
        change.what(),
        1,
        told ? subject(change).and(values(change)) : subject(change),
        told
            ? Optional.empty()
            : Optional.of(LineDiff.of(change.before(), change.after(), limits)));
  }

  /// Whether a sentence can tell the values; formulas and queries that change are compared.
  private static boolean isTold(Change change) {
    if (change.before().isPresent()
        && change.after().isPresent()
        && change.what() == What.CHANGED
        && change.property().filter(ChangeLine::isCode).isPresent()) {
      return false;
    }
    return isShort(change.before()) && isShort(change.after());
  }

  private static boolean isCode(String property) {
    String last = property.substring(property.lastIndexOf('.') + 1);
    return last.equals("formula") || last.equals("statement");
  }

  private static boolean isShort(Optional<String> value) {
    return value.filter(text -> text.length() > SHORT || text.indexOf('\n') >= 0).isEmpty();
  }

  private static Phrase subject(Change change) {
    Phrase named = Phrase.of(noun(change.thing()) + " ").name(shown(change.subject()));
    return change
        .property()
        .map(property -> named.words(", ").name(shown(property)).words(" " + verb(change)))
        .orElseGet(() -> named.words(" " + verb(change)));
  }

  private static String verb(Change change) {
    return change.what().word();
  }

  private static Phrase values(Change change) {
    Optional<String> before = change.before();
    Optional<String> after = change.after();
    return switch (change.what()) {
      case ADDED -> after.map(value -> Phrase.of(": ").name(value)).orElse(Phrase.of(""));
      case REMOVED ->
          before.map(value -> Phrase.of(" (was ").name(value).words(")")).orElse(Phrase.of(""));
      case RENAMED -> after.map(value -> Phrase.of(" to ").name(value)).orElse(Phrase.of(""));
      case MOVED, CHANGED -> fromTo(before, after);
    };
  }

  private static Phrase fromTo(Optional<String> before, Optional<String> after) {
    if (before.isPresent() && after.isPresent()) {
      return Phrase.of(" from ").name(before.get()).words(" to ").name(after.get());
    }
    if (after.isPresent()) {
      return Phrase.of(": now ").name(after.get());
    }
    return before.map(value -> Phrase.of(": no longer ").name(value)).orElse(Phrase.of(""));
  }

  private static String shown(String name) {
    return VisibleText.shortened(name, NAME);
  }

  private static String noun(Thing thing) {
    return switch (thing) {
      case SECURITY -> "security rule";
      case FIELD -> "field";
      case SORT -> "sort order";
      case ORDER -> "display order";
      case MODEL,
          PAGE,
          ELEMENT,
          SOURCE,
          COLUMN,
          METRIC,
          RELATIONSHIP,
          FILTER,
          CONTROL,
          FOLDER,
          GROUPING ->
          thing.word();
    };
  }
}
