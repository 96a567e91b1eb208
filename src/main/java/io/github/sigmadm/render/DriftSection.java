package io.github.sigmadm.render;

import io.github.sigmadm.plan.Change;
import io.github.sigmadm.plan.ChangeSeverity;
import io.github.sigmadm.plan.Drift;
import io.github.sigmadm.plan.ModelPlan;
import io.github.sigmadm.plan.What;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What was changed in Sigma since the last deploy and has one fate, apart from what the file
/// changes.
///
/// @param lines the entries; of a collision two, what was done in Sigma and what the file does
record DriftSection(Kind kind, List<ChangeLine> lines) {

  /// What happens to it, what needs a person first.
  enum Kind {
    /// Both touched one thing.
    COLLISION("Changed both in Sigma and in the file: a deploy takes the file's", "collision"),
    /// Set back to what the file says.
    OVERWRITTEN("Changed in Sigma since the last deploy: a deploy sets it back", "set back"),
    /// Only there in Sigma, and goes.
    DROPPED("Added only in Sigma since the last deploy: a deploy drops it", "dropped"),
    /// Only there in Sigma, and stays.
    KEPT("Added only in Sigma since the last deploy: a deploy keeps it", "kept");

    private final String title;
    private final String word;

    Kind(String title, String word) {
      this.title = title;
      this.word = word;
    }

    String title() {
      return title;
    }

    private static Kind of(Drift drift) {
      if (drift.collides()) {
        return COLLISION;
      }
      return switch (drift.fate()) {
        case KEPT -> KEPT;
        case OVERWRITTEN -> OVERWRITTEN;
        case DROPPED -> DROPPED;
      };
    }
  }

  DriftSection {
    lines = List.copyOf(lines);
  }

  /// The sections of a model; none where nobody changed it in Sigma.
  static List<DriftSection> of(ModelPlan model, LineDiff.Limits limits) {
    List<DriftSection> sections = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      List<ChangeLine> lines =
          model.plannedDrift().stream()
              .filter(drift -> Kind.of(drift) == kind)
              .flatMap(drift -> lines(drift, limits).stream())
              .toList();
      if (!lines.isEmpty()) {
        sections.add(new DriftSection(kind, lines));
      }
    }
    return sections;
  }

  /// `drift: 1 collision, 2 set back, 1 dropped`; empty without drift.
  static String counts(List<Drift> drift) {
    String counts =
        Stream.of(Kind.values())
            .map(kind -> count(drift, kind))
            .filter(Predicate.not(String::isEmpty))
            .collect(Collectors.joining(", "));
    return counts.isEmpty() ? "" : "drift: " + counts;
  }

  private static String count(List<Drift> drift, Kind kind) {
    long number = drift.stream().filter(each -> Kind.of(each) == kind).count();
    if (number == 0) {
      return "";
    }
    return kind == Kind.COLLISION ? Count.of(number, kind.word) : number + " " + kind.word;
  }

  private static List<ChangeLine> lines(Drift drift, LineDiff.Limits limits) {
    if (drift.collision().isPresent()) {
      return List.of(
          line(drift.change(), limits).after("in Sigma, "),
          line(drift.collision().get(), limits).after("in the file, "));
    }
    ChangeSeverity loss = drift.loss().orElse(ChangeSeverity.SAFE);
    return List.of(
        switch (drift.fate()) {
          case KEPT -> line(drift.change(), limits).with(ChangeSeverity.SAFE);
          case OVERWRITTEN -> line(drift.change(), limits).with(loss);
          case DROPPED -> line(dropped(drift.change(), loss), limits);
        });
  }

  /// Dropping what was added, as a change of its own.
  private static Change dropped(Change added, ChangeSeverity loss) {
    return new Change(
        added.thing(),
        What.REMOVED,
        loss,
        added.page(),
        added.element(),
        added.subject(),
        added.property(),
        added.after(),
        Optional.empty());
  }

  /// A change with the element it is about, which no title tells here.
  private static ChangeLine line(Change change, LineDiff.Limits limits) {
    ChangeLine line = ChangeLine.each(List.of(change), limits).getFirst();
    return change
        .element()
        .map(name -> Phrase.named(VisibleText.shortened(name, ChangeLine.NAME)).words(": "))
        .map(line::after)
        .orElse(line);
  }
}
