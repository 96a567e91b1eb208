package io.github.sigmadm.testing;

import io.github.sigmadm.spec.DataModel;
import io.github.sigmadm.spec.IdMap;
import io.github.sigmadm.spec.IdSite;
import io.github.sigmadm.spec.IdSites;
import io.github.sigmadm.spec.ScopedId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// A model with all its ids replaced, as Sigma does on some creates.
///
/// @param model the model with other ids
/// @param ids the other id of each thing, in the ids of the original
public record Renumbering(DataModel model, IdMap ids) {

  /// All ids made anew; none of the old ones is left.
  public static Renumbering fresh(DataModel model, long seed) {
    Random random = new Random(seed);
    Map<ScopedId, String> ids = new LinkedHashMap<>();
    int number = 0;
    for (ScopedId id : definitions(model)) {
      ids.put(id, Integer.toString(random.nextInt(1 << 20), 36) + "_" + number++);
    }
    return of(model, ids);
  }

  /// In each scope the same ids, dealt out anew among tables, among controls, among columns, and so
  /// on.
  public static Renumbering shuffled(DataModel model, long seed) {
    Random random = new Random(seed);
    Map<String, List<ScopedId>> scopes = new LinkedHashMap<>();
    definitions(model)
        .forEach(id ->
            scopes
                .computeIfAbsent(
                    id.kind() + " " + id.element() + " " + family(model, id),
                    k -> new ArrayList<>())
                .add(id));
    Map<ScopedId, String> ids = new LinkedHashMap<>();
    scopes
        .values()
        .forEach(scope -> {
          List<ScopedId> dealt = new ArrayList<>(scope);
          Collections.shuffle(dealt, random);
          for (int i = 0; i < scope.size(); i++) {
            ids.put(scope.get(i), dealt.get(i).id());
          }
        });
    return of(model, ids);
  }

  /// What tells things of one kind of id apart that never stand for each other.
  private static boolean family(DataModel model, ScopedId id) {
    return id.element()
        .flatMap(model::table)
        .map(table ->
            table.column(id.id()).isPresent()
                || table.metrics().stream().anyMatch(metric -> metric.id().value().equals(id.id())))
        .orElseGet(() -> model.table(id.id()).isPresent());
  }

  /// All things of a model that have an id.
  public static List<ScopedId> definitions(DataModel model) {
    return IdSites.in(model.node()).stream()
        .filter(IdSite.Definition.class::isInstance)
        .map(site -> ((IdSite.Definition) site).id())
        .distinct()
        .toList();
  }

  private static Renumbering of(DataModel model, Map<ScopedId, String> ids) {
    IdMap map = new IdMap(ids);
    return new Renumbering(DataModel.of(map.applyTo(model.node())), map);
  }
}
