package io.github.sigmadm.flow;

import io.github.sigmadm.config.Policy;
import io.github.sigmadm.core.DataModelId;
import io.github.sigmadm.match.LiveIds;
import io.github.sigmadm.match.LiveModel;
import io.github.sigmadm.match.ReadBack;
import io.github.sigmadm.plan.Change;
import io.github.sigmadm.plan.Comparison;
import io.github.sigmadm.plan.Side;
import io.github.sigmadm.resolve.ResolvedSpec;
import io.github.sigmadm.spec.IdKind;
import io.github.sigmadm.spec.IdMap;
import io.github.sigmadm.spec.IdSite;
import io.github.sigmadm.spec.IdSites;
import io.github.sigmadm.spec.ScopedId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads back what a write left, since Sigma answers 200 to specs that it then mangles.
///
/// What came back has to be what was sent, up to Sigma's own spelling and its defaults; everything
/// that was matched has to have its id still; no column may be in error that was not before; and
/// the materialisation schedules of all that is still wanted have to be there.
final class ReadBackCheck {

  private static final int MOST_NAMED = 10;

  private final LiveModels live;
  private final Policy.Verify verify;

  ReadBackCheck(LiveModels live, Policy.Verify verify) {
    this.live = live;
    this.verify = verify;
  }

  /// What a write left.
  ///
  /// @param sent what was sent
  /// @param before what was live before; empty if the write made the model
  /// @param newest the newest version that the write itself can have made
  Confirmation confirm(
      ResolvedSpec spec, DataModelId id, LiveIds sent, Optional<Before> before, long newest) {
    Optional<LiveModel> found = live.read(id);
    if (found.isEmpty()) {
      return new Confirmation.Unlike(
          List.of("Sigma accepted the write, but the model " + id + " cannot be read back."),
          found,
          IdMap.EMPTY);
    }
    LiveModel now = found.get();
    ReadBack back =
        ReadBack.of(sent, before.map(Before::model).map(LiveModel::content), now.content());
    List<String> broken = columnsInError(spec, id, back.ids(), before);
    if (verify == Policy.Verify.OFF) {
      return new Confirmation.Confirmed(now, back.ids(), shortened(broken));
    }
    List<String> findings = new ArrayList<>(differences(spec, sent, back, now));
    if (!findings.isEmpty() && now.version() > newest) {
      return new Confirmation.Overtaken(now);
    }
    findings.addAll(broken);
    before.ifPresent(earlier -> findings.addAll(lostSchedules(id, earlier, sent)));
    return findings.isEmpty()
        ? new Confirmation.Confirmed(now, back.ids(), List.of())
        : new Confirmation.Unlike(shortened(findings), found, back.ids());
  }

  private static List<String> differences(
      ResolvedSpec spec, LiveIds sent, ReadBack back, LiveModel now) {
    List<String> differences = new ArrayList<>();
    for (ReadBack.Replaced replaced : back.replaced()) {
      differences.add(
          "The "
              + replaced.sent().kind().words()
              + " "
              + replaced.sent().id()
              + " has another id now ("
              + replaced.now()
              + "), so workbooks that use it have lost it.");
    }
    Side wanted =
        new Side(
            Optional.of(spec.name()),
            spec.folder(),
            spec.description(),
            ReadBack.inLiveIds(sent, back));
    for (Change change : Comparison.compare(wanted, Side.of(now))) {
      differences.add(sentence(change));
    }
    return differences;
  }

  /// A difference, from what was sent to what is live.
  private static String sentence(Change change) {
    String thing =
        change.thing().word()
            + " `"
            + change.subject()
            + "`"
            + change.element().map(element -> " of `" + element + "`").orElse("");
    return switch (change.what()) {
      case ADDED -> "Sigma has a " + thing + " that was not sent.";
      case REMOVED -> "Sigma does not have the " + thing + ", which was sent.";
      case RENAMED, MOVED, CHANGED ->
          "The "
              + thing
              + " is not as it was sent"
              + change.property().map(property -> " (" + property + ")").orElse("")
              + change.before().map(was -> ": sent `" + was + "`").orElse("")
              + change.after().map(is -> ", live `" + is + "`").orElse("")
              + ".";
    };
  }

  /// Columns that Sigma could not make sense of and that were not in error before.
  private List<String> columnsInError(
      ResolvedSpec spec, DataModelId id, IdMap ids, Optional<Before> before) {
    List<String> broken = new ArrayList<>();
    for (LiveColumn column : live.columns(id)) {
      boolean wasBroken =
          before
              .filter(earlier -> earlier.inError().contains(Before.ColumnPlace.of(column)))
              .isPresent();
      if (column.inError() && !wasBroken) {
        broken.add(
            "Sigma can make nothing of the column `"
                + column.name()
                + "`"
                + line(spec, ids, column).map(line -> " (line " + line + ")").orElse("")
                + ". Check its formula and what it refers to.");
      }
    }
    return broken;
  }

  /// The line of the file at which a live column stands.
  private static Optional<Integer> line(ResolvedSpec spec, IdMap ids, LiveColumn column) {
    for (IdSite site : IdSites.in(spec.content().node())) {
      if (site instanceof IdSite.Definition definition
          && definition.id().kind() == IdKind.COLUMN
          && ids.of(definition.id()).equals(Optional.of(column.id()))
          && definition
              .id()
              .element()
              .flatMap(element -> ids.of(ScopedId.element(element)))
              .equals(Optional.of(column.element()))) {
        return Optional.of(site.node().span().start().line());
      }
    }
    return Optional.empty();
  }

  /// Schedules of what is still wanted that are not there any more.
  private List<String> lostSchedules(DataModelId id, Before before, LiveIds sent) {
    if (before.schedules().isEmpty()) {
      return List.of();
    }
    List<String> there = live.schedules(id).stream().map(LiveSchedule::element).toList();
    return before.schedules().stream()
        .filter(schedule -> !there.contains(schedule.element()))
        .filter(schedule -> sent.ids().live().containsValue(schedule.element()))
        .map(schedule ->
            "The materialisation schedule of `"
                + schedule.name()
                + "` is gone. It does not come back by itself: set it again in Sigma.")
        .toList();
  }

  private static List<String> shortened(List<String> items) {
    if (items.size() <= MOST_NAMED) {
      return items;
    }
    List<String> first = new ArrayList<>(items.subList(0, MOST_NAMED));
    first.add("And " + (items.size() - MOST_NAMED) + " more.");
    return first;
  }
}
