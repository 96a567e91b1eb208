package io.github.sigmadm.flow;

import io.github.sigmadm.match.LiveModel;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// A model right before a write: what is compared with afterwards, and what is put back if need be.
///
/// @param model as it was read for the plan
/// @param inError its columns that Sigma could not make sense of already
/// @param schedules its materialisation schedules
record Before(LiveModel model, Set<ColumnPlace> inError, List<LiveSchedule> schedules) {

  /// Which column of which element, in live ids.
  record ColumnPlace(String element, String id) {

    static ColumnPlace of(LiveColumn column) {
      return new ColumnPlace(column.element(), column.id());
    }
  }

  Before {
    inError = Set.copyOf(inError);
    schedules = List.copyOf(schedules);
  }

  /// Asks for what the plan has not read.
  static Before of(LiveModel model, LiveModels live) {
    return new Before(
        model,
        live.columns(model.id()).stream()
            .filter(LiveColumn::inError)
            .map(ColumnPlace::of)
            .collect(Collectors.toSet()),
        live.schedules(model.id()));
  }
}
