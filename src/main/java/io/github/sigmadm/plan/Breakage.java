package io.github.sigmadm.plan;

import io.github.sigmadm.core.DataModelId;
import io.github.sigmadm.match.LiveModel;
import io.github.sigmadm.spec.TableElement;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a plan takes away from those who use a live model.
///
/// @param model the model
/// @param whole whether all of it goes
/// @param broken the elements with breaking changes, or all of a model that goes: names by id
public record Breakage(DataModelId model, boolean whole, Map<String, String> broken) {

  public Breakage {
    broken = Collections.unmodifiableMap(new LinkedHashMap<>(broken));
  }

  /// What a plan breaks; empty if that is nothing, or the model is not known.
  public static Optional<Breakage> of(ModelPlan plan) {
    return switch (plan) {
      case ModelPlan.Update update when update.target() instanceof Target.Live(var live) ->
          ofUpdate(update, live);
      case ModelPlan.Delete delete when delete.pruned() ->
          delete.live().map(live -> new Breakage(live.id(), true, names(live)));
      case ModelPlan.Update ignored -> Optional.empty();
      case ModelPlan.Delete ignored -> Optional.empty();
      case ModelPlan.Create ignored -> Optional.empty();
      case ModelPlan.Unchanged ignored -> Optional.empty();
      case ModelPlan.Invalid ignored -> Optional.empty();
      case ModelPlan.Conflict ignored -> Optional.empty();
    };
  }

  private static Optional<Breakage> ofUpdate(ModelPlan.Update update, LiveModel live) {
    // changes call what exists by its name before the change
    Set<String> touched = new HashSet<>();
    for (Change change : update.changes()) {
      if (change.severity() == ChangeSeverity.BREAKING) {
        change.element().ifPresent(touched::add);
      }
    }
    Map<String, String> broken = names(live);
    broken.values().retainAll(touched);
    return broken.isEmpty()
        ? Optional.empty()
        : Optional.of(new Breakage(live.id(), false, broken));
  }

  /// The tables of a model, which others can use, with what changes call them.
  private static Map<String, String> names(LiveModel live) {
    Document document = new Document(live.content());
    Map<String, String> names = new LinkedHashMap<>();
    document
        .elements()
        .forEach((id, located) -> {
          if (located.element() instanceof TableElement) {
            names.put(id, document.labels().element(id));
          }
        });
    return names;
  }
}
