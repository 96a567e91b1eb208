package io.github.sigmadm.render;

import io.github.sigmadm.plan.Change;
import io.github.sigmadm.plan.ModelPlan;
import io.github.sigmadm.plan.Target;
import io.github.sigmadm.plan.Thing;
import io.github.sigmadm.plan.What;
import io.github.sigmadm.render.ModelMap.Edge;
import io.github.sigmadm.render.ModelMap.Node;
import io.github.sigmadm.render.ModelMap.Shape;
import io.github.sigmadm.render.ModelMap.Status;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads the map of a model from its plan.
///
/// Where the live model is known, what is new and gone is told by ids, since a plan speaks of what
/// exists in live ids; else by the names in the changes.
final class ModelMapReader {

  private final List<Node> nodes = new ArrayList<>();
  private final List<Edge> edges = new ArrayList<>();
  private final Map<String, Integer> places = new HashMap<>();

  private ModelMapReader() {}

  static Optional<ModelMap> read(ModelPlan plan) {
    return switch (plan) {
      case ModelPlan.Create create -> Optional.of(created(ModelPicture.of(create.content())));
      case ModelPlan.Update update ->
          Optional.of(
              switch (update.target()) {
                case Target.Live(var live) ->
                    compared(
                        ModelPicture.of(update.content()),
                        ModelPicture.of(live.content()),
                        update.changes());
                case Target.Base() -> told(ModelPicture.of(update.content()), update.changes());
              });
      case ModelPlan.Unchanged ignored -> Optional.empty();
      case ModelPlan.Delete ignored -> Optional.empty();
      case ModelPlan.Invalid ignored -> Optional.empty();
      case ModelPlan.Conflict ignored -> Optional.empty();
    };
  }

  private static ModelMap created(ModelPicture now) {
    ModelMapReader reader = new ModelMapReader();
    now.things().forEach((key, thing) -> reader.add(key, thing, Status.NEW));
    now.lines().forEach(line -> reader.add(line, Status.KEPT));
    return reader.map();
  }

  private static ModelMap compared(ModelPicture now, ModelPicture live, List<Change> changes) {
    Set<String> touched = touched(changes);
    ModelMapReader reader = new ModelMapReader();
    now.things()
        .forEach((key, thing) -> {
          Optional<ModelPicture.Thing> before = Optional.ofNullable(live.things().get(key));
          boolean changed =
              Stream.concat(Stream.of(thing), before.stream())
                  .anyMatch(either -> touched.contains(either.label()));
          reader.add(
              key, thing, before.isEmpty() ? Status.NEW : changed ? Status.CHANGED : Status.KEPT);
        });
    live.things()
        .forEach((key, thing) -> {
          if (!now.things().containsKey(key)) {
            reader.add(key, thing, Status.GONE);
          }
        });
    now.lines()
        .forEach(line -> reader.add(line, live.lines().contains(line) ? Status.KEPT : Status.NEW));
    live.lines().stream()
        .filter(line -> !now.lines().contains(line))
        .forEach(line -> reader.add(line, Status.GONE));
    return reader.map();
  }

  private static ModelMap told(ModelPicture now, List<Change> changes) {
    Set<String> touched = touched(changes);
    Set<String> added = elements(changes, What.ADDED);
    ModelMapReader reader = new ModelMapReader();
    now.things()
        .forEach((key, thing) ->
            reader.add(
                key,
                thing,
                added.contains(thing.label())
                    ? Status.NEW
                    : touched.contains(thing.label()) ? Status.CHANGED : Status.KEPT));
    Predicate<String> isThere =
        name -> now.things().values().stream().anyMatch(thing -> thing.label().equals(name));
    elements(changes, What.REMOVED).stream()
        .filter(isThere.negate())
        .sorted()
        .forEach(name ->
            reader.add("gone " + name, new ModelPicture.Thing(name, Shape.TABLE), Status.GONE));
    now.lines().forEach(line -> reader.add(line, Status.KEPT));
    return reader.map();
  }

  private void add(String key, ModelPicture.Thing thing, Status status) {
    places.put(key, nodes.size());
    boolean outside = thing.shape() == Shape.OUTSIDE && status == Status.NEW;
    nodes.add(new Node(thing.label(), thing.shape(), outside ? Status.KEPT : status));
  }

  private void add(ModelPicture.Line line, Status status) {
    Optional<Integer> from = Optional.ofNullable(places.get(line.from()));
    Optional<Integer> to = Optional.ofNullable(places.get(line.to()));
    if (from.isPresent() && to.isPresent()) {
      edges.add(new Edge(from.get(), to.get(), line.link(), line.label(), status));
    }
  }

  private ModelMap map() {
    return new ModelMap(nodes, edges, 0);
  }

  /// The names of elements that something is changed about.
  private static Set<String> touched(List<Change> changes) {
    return changes.stream()
        .flatMap(change ->
            Stream.concat(
                change.element().stream(),
                change.thing() == Thing.ELEMENT ? Stream.of(change.subject()) : Stream.empty()))
        .collect(Collectors.toSet());
  }

  private static Set<String> elements(List<Change> changes, What what) {
    return changes.stream()
        .filter(change -> change.thing() == Thing.ELEMENT && change.what() == what)
        .map(Change::subject)
        .collect(Collectors.toSet());
  }
}
