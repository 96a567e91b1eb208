package io.github.sigmadm.plan;

import io.github.sigmadm.formula.CanonicalFormula;
import io.github.sigmadm.formula.EffectiveNames;
import io.github.sigmadm.spec.Source;
import io.github.sigmadm.tree.Node.ObjectNode;
import io.github.sigmadm.tree.Node.TextNode;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/// Compares two joins, leg by leg. Legs are told apart by their right sides and the prefixes of
/// those, else by one of the two.
final class JoinComparison {

  private static final Set<String> COMPARED =
      Set.of("left", "right", "columns", "name", "joinType");

  private final SourceWords wordsBefore;
  private final SourceWords wordsAfter;
  private final Subject subject;
  private final Findings findings;

  JoinComparison(
      SourceWords wordsBefore, SourceWords wordsAfter, Subject subject, Findings findings) {
    this.wordsBefore = wordsBefore;
    this.wordsAfter = wordsAfter;
    this.subject = subject;
    this.findings = findings;
  }

  void compare(Source.Join before, Source.Join after) {
    Side old = new Side(before.name(), EffectiveNames.primary(before), wordsBefore);
    Side now = new Side(after.name(), EffectiveNames.primary(after), wordsAfter);
    changed("source.primarySource", old.hasSameSource(now), old.shown(), now.shown());
    changed("source.name", old.hasSameName(now), old.name(), now.name());
    compareLegs(before.legs(), after.legs());
  }

  /// A source inside a join, with the prefix that its columns have.
  ///
  /// @param written the prefix, where the file says it
  private record Side(Optional<TextNode> written, Optional<Source> source, SourceWords words) {

    Optional<String> name() {
      return written.map(TextNode::value).or(this::implied);
    }

    private Optional<String> implied() {
      return source.flatMap(words.labels().names()::of);
    }

    /// Whether the prefix is the one that the source implies, written or not.
    private boolean isImplied() {
      return name().equals(implied());
    }

    boolean hasSameSource(Side other) {
      if (source.isEmpty() || other.source.isEmpty()) {
        return source.isEmpty() && other.source.isEmpty();
      }
      return source.get().node().sameValue(other.source.get().node());
    }

    /// A prefix that follows from the source changes with it, and with the source's own name.
    boolean hasSameName(Side other) {
      return name().equals(other.name()) || (isImplied() && other.isImplied());
    }

    boolean isSameAs(Side other) {
      return hasSameSource(other) && hasSameName(other);
    }

    Optional<String> shown() {
      return source.map(words::brief);
    }
  }

  private void compareLegs(List<Source.Leg> before, List<Source.Leg> after) {
    List<Source.Leg> gone = new ArrayList<>(before);
    IdentityHashMap<Source.Leg, Source.Leg> kept = new IdentityHashMap<>();
    pair(after, gone, kept, Side::isSameAs);
    pair(after, gone, kept, (old, now) -> old.name().equals(now.name()));
    pair(after, gone, kept, Side::hasSameSource);
    List<String> orderAfter = new ArrayList<>();
    for (Source.Leg leg : after) {
      Optional.ofNullable(kept.get(leg))
          .ifPresentOrElse(
              earlier -> {
                compareLeg(earlier, leg);
                orderAfter.add(name(right(earlier, wordsBefore)));
              },
              () ->
                  findings.added(
                      Thing.SOURCE, leg(name(right(leg, wordsAfter))), describe(leg, wordsAfter)));
    }
    List<String> orderBefore = new ArrayList<>();
    for (Source.Leg leg : before) {
      String name = name(right(leg, wordsBefore));
      if (kept.containsValue(leg)) {
        orderBefore.add(name);
      } else {
        findings.removed(Thing.SOURCE, leg(name), describe(leg, wordsBefore));
      }
    }
    if (!orderBefore.equals(orderAfter)) {
      findings.changed(
          Thing.ORDER,
          subject,
          "source.joins",
          Optional.of(String.join(", ", orderBefore)),
          Optional.of(String.join(", ", orderAfter)));
    }
  }

  /// Pairs legs that are still open, in order.
  private void pair(
      List<Source.Leg> after,
      List<Source.Leg> open,
      IdentityHashMap<Source.Leg, Source.Leg> kept,
      BiPredicate<Side, Side> same) {
    for (Source.Leg leg : after) {
      if (kept.containsKey(leg)) {
        continue;
      }
      open.stream()
          .filter(earlier -> same.test(right(earlier, wordsBefore), right(leg, wordsAfter)))
          .findFirst()
          .ifPresent(earlier -> {
            kept.put(leg, earlier);
            open.remove(earlier);
          });
    }
  }

  private Subject leg(String name) {
    return subject.part("source.joins." + name, name);
  }

  private static Side right(Source.Leg leg, SourceWords words) {
    return new Side(leg.name(), leg.right(), words);
  }

  private static String name(Side side) {
    return side.name().or(side::shown).orElse("?");
  }

  private void compareLeg(Source.Leg before, Source.Leg after) {
    Side old = right(before, wordsBefore);
    Side now = right(after, wordsAfter);
    Side oldLeft = new Side(Optional.empty(), before.left(), wordsBefore);
    Side nowLeft = new Side(Optional.empty(), after.left(), wordsAfter);
    String path = "source.joins." + name(old) + ".";
    changed(path + "name", old.hasSameName(now), old.name(), now.name());
    changed(path + "left", oldLeft.hasSameSource(nowLeft), oldLeft.shown(), nowLeft.shown());
    changed(path + "right", old.hasSameSource(now), old.shown(), now.shown());
    Optional<String> typeBefore = Optional.of(before.node().text("joinType").orElse("inner"));
    Optional<String> typeAfter = Optional.of(after.node().text("joinType").orElse("inner"));
    changed(path + "joinType", typeBefore.equals(typeAfter), typeBefore, typeAfter);
    changed(
        path + "columns",
        conditions(before, true).equals(conditions(after, true)),
        Optional.of(conditions(before, false)),
        Optional.of(conditions(after, false)));
    findings.compareRest(
        subject,
        path,
        new Named(before.node(), before.node()),
        new Named(after.node(), after.node()),
        COMPARED);
  }

  private void changed(
      String property, boolean same, Optional<String> before, Optional<String> after) {
    if (!same) {
      findings.changed(Thing.SOURCE, subject, property, before, after);
    }
  }

  private static String describe(Source.Leg leg, SourceWords words) {
    return leg.node().text("joinType").orElse("inner")
        + " join of "
        + leg.left().map(words::brief).orElse("?")
        + " with "
        + leg.right().map(words::brief).orElse("?")
        + " on "
        + conditions(leg, false);
  }

  private static String conditions(Source.Leg leg, boolean canonical) {
    return leg.columns().stream()
        .map(condition ->
            formula(condition, "left", canonical)
                + " "
                + condition.text("op").orElse("=")
                + " "
                + formula(condition, "right", canonical))
        .collect(Collectors.joining(" and "));
  }

  private static String formula(ObjectNode condition, String side, boolean canonical) {
    String text = condition.text(side).orElse("");
    return canonical ? CanonicalFormula.of(text).text() : text;
  }
}
