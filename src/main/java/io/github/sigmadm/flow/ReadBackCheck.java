package io.github.sigmadm.flow;

import io.github.sigmadm.config.Policy;
import io.github.sigmadm.core.DataModelId;
import io.github.sigmadm.match.LiveIds;
import io.github.sigmadm.match.LiveModel;
import io.github.sigmadm.match.ReadBack;
import io.github.sigmadm.plan.Change;
import io.github.sigmadm.plan.Comparison;
import io.github.sigmadm.plan.ModelPlan;
import io.github.sigmadm.plan.Outcome;
import io.github.sigmadm.plan.Side;
import io.github.sigmadm.resolve.ResolvedSpec;
import io.github.sigmadm.spec.IdMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads back what a write left, since Sigma answers 200 to specs that it then mangles.
final class ReadBackCheck {

  private static final int MOST_NAMED = 5;

  private final LiveModels live;
  private final Policy.Verify verify;

  ReadBackCheck(LiveModels live, Policy.Verify verify) {
    this.live = live;
    this.verify = verify;
  }

  /// What a write came to.
  ///
  /// @param outcome what to tell
  /// @param now what is live; empty if it cannot be read
  /// @param ids which live id each thing of the spec has, as far as it came back
  record Confirmation(Outcome outcome, Optional<LiveModel> now, IdMap ids) {}

  /// Reads a model back and compares.
  ///
  /// @param sent what was sent
  /// @param before what was live before; empty if the write made the model
  /// @param newest the newest version that the write itself can have made
  Confirmation confirm(
      ModelPlan planned,
      ResolvedSpec spec,
      DataModelId id,
      LiveIds sent,
      Optional<LiveModel> before,
      long newest) {
    Optional<LiveModel> found = live.read(id);
    if (found.isEmpty()) {
      return new Confirmation(
          new Outcome.Failed(
              planned,
              "Sigma accepted the write, but the model "
                  + id
                  + " cannot be read back. Look at it in Sigma before the next deploy.",
              true),
          found,
          IdMap.EMPTY);
    }
    LiveModel now = found.get();
    ReadBack back = ReadBack.of(sent, before.map(LiveModel::content), now.content());
    List<String> differences =
        verify == Policy.Verify.OFF ? List.of() : differences(spec, sent, back, now);
    Outcome outcome =
        differences.isEmpty()
            ? new Outcome.Deployed(
                planned, id, now.url(), now.version(), back.ids(), columnsInError(id))
            : now.version() > newest
                ? new Outcome.Conflict(planned, overwritten(now))
                : new Outcome.Failed(planned, unlike(differences, before, now), true);
    return new Confirmation(outcome, found, back.ids());
  }

  private static String overwritten(LiveModel now) {
    return "It was written, and somebody changed it again right after: what is live is version "
        + now.version()
        + ", which is not what was sent. Nothing was done about it; run again to plan with what is"
        + " there now.";
  }

  private static String unlike(
      List<String> differences, Optional<LiveModel> before, LiveModel now) {
    return "What Sigma has now is not what was sent: "
        + String.join("; ", shortened(differences))
        + ". It is live as version "
        + now.version()
        + before
            .map(model ->
                "; before it was version "
                    + model.version()
                    + ", which Sigma still has in its history")
            .orElse("")
        + ".";
  }

  private static List<String> differences(
      ResolvedSpec spec, LiveIds sent, ReadBack back, LiveModel now) {
    List<String> differences = new ArrayList<>();
    for (ReadBack.Replaced replaced : back.replaced()) {
      differences.add(
          "the "
              + replaced.sent().kind().words()
              + " "
              + replaced.sent().id()
              + " now has the id "
              + replaced.now()
              + ", so workbooks that use it have lost it");
    }
    Side wanted =
        new Side(
            Optional.of(spec.name()),
            spec.folder(),
            spec.description(),
            ReadBack.inLiveIds(sent, back));
    for (Change change : Comparison.compare(wanted, Side.of(now))) {
      differences.add(
          change.kind()
              + " "
              + change.element().map(element -> element + " / ").orElse("")
              + change.subject()
              + change.property().map(property -> " (" + property + ")").orElse(""));
    }
    return differences;
  }

  /// Columns that Sigma could not make sense of: the write is as asked for, and yet something in it
  /// is broken.
  private List<String> columnsInError(DataModelId id) {
    List<String> broken =
        live.columns(id).stream()
            .filter(LiveColumn::inError)
            .map(column -> column.name().isEmpty() ? column.id() : column.name())
            .toList();
    if (broken.isEmpty()) {
      return List.of();
    }
    return List.of(
        (broken.size() == 1 ? "1 column is" : broken.size() + " columns are")
            + " in error in Sigma: "
            + String.join(", ", shortened(broken))
            + ". Check the formulas and what they refer to.");
  }

  private static List<String> shortened(List<String> items) {
    if (items.size() <= MOST_NAMED) {
      return items;
    }
    List<String> first = new ArrayList<>(items.subList(0, MOST_NAMED));
    first.add("and " + (items.size() - MOST_NAMED) + " more");
    return first;
  }
}
