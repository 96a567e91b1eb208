package io.github.sigmadm.plan;

import io.github.sigmadm.core.DataModelId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Finds who is affected by what a plan breaks: who uses a broken element, and who uses a data
/// model that does, and so on.
///
/// Documents tell which elements they use, not which columns. So whoever uses an element of which
/// anything breaks is named, and beyond the first data model in between, whoever uses anything of
/// it.
public final class ImpactSearch {

  private static final Comparator<Impact> BY_NAME =
      Comparator.comparing(Impact::workbook)
          .thenComparing(impact -> impact.url().orElse(""))
          .thenComparing(Impact::reason);

  private final List<Consumer> consumers;
  private final List<Impact> found = new ArrayList<>();
  private final Set<Consumer> told = new HashSet<>();

  private ImpactSearch(List<Consumer> consumers) {
    this.consumers = consumers;
  }

  /// Those affected, the direct ones first.
  public static List<Impact> of(Breakage breakage, List<Consumer> consumers) {
    ImpactSearch search =
        new ImpactSearch(
            consumers.stream()
                .filter(consumer -> !consumer.model().equals(Optional.of(breakage.model())))
                .toList());
    search.follow(breakage);
    return List.copyOf(search.found);
  }

  private void follow(Breakage breakage) {
    Map<DataModelId, String> next = direct(breakage);
    Set<DataModelId> seen = new HashSet<>(Set.of(breakage.model()));
    while (!next.isEmpty()) {
      next.keySet().removeIf(model -> !seen.add(model));
      next = users(next);
    }
  }

  /// Those who use what breaks. Answers the data models among them with what they are.
  private Map<DataModelId, String> direct(Breakage breakage) {
    List<Impact> impacts = new ArrayList<>();
    Map<DataModelId, String> models = new HashMap<>();
    for (Consumer consumer : consumers) {
      reason(breakage, consumer).ifPresent(reason -> tell(consumer, reason, impacts, models));
    }
    add(impacts);
    return models;
  }

  /// Those who use affected data models.
  private Map<DataModelId, String> users(Map<DataModelId, String> affected) {
    List<Impact> impacts = new ArrayList<>();
    Map<DataModelId, String> models = new HashMap<>();
    for (Consumer consumer : consumers) {
      consumer.uses().stream()
          .map(use -> Optional.ofNullable(affected.get(use.model())))
          .flatMap(Optional::stream)
          .min(Comparator.naturalOrder())
          .filter(through -> !told.contains(consumer))
          .ifPresent(through -> tell(consumer, "uses " + through, impacts, models));
    }
    add(impacts);
    return models;
  }

  private void tell(
      Consumer consumer, String reason, List<Impact> impacts, Map<DataModelId, String> models) {
    told.add(consumer);
    impacts.add(
        new Impact(
            consumer.name(),
            consumer.url(),
            consumer.model().isPresent() ? "is a data model that " + reason : reason));
    consumer
        .model()
        .ifPresent(model -> models.put(model, consumer.name() + ", a data model that " + reason));
  }

  private void add(List<Impact> impacts) {
    impacts.stream().sorted(BY_NAME).forEach(found::add);
  }

  private static Optional<String> reason(Breakage breakage, Consumer consumer) {
    List<ModelUse> uses =
        consumer.uses().stream().filter(use -> use.model().equals(breakage.model())).toList();
    if (uses.isEmpty()) {
      return Optional.empty();
    }
    String elements =
        uses.stream()
            .flatMap(use -> use.elements().stream())
            .distinct()
            .flatMap(id -> Optional.ofNullable(breakage.broken().get(id)).stream())
            .sorted()
            .collect(Collectors.joining(", "));
    boolean unknown = uses.stream().allMatch(use -> use.elements().isEmpty());
    if (elements.isEmpty() && !unknown && !breakage.whole()) {
      return Optional.empty();
    }
    return Optional.of(
        "uses "
            + (elements.isEmpty() ? "this data model" : elements)
            + (uses.stream().allMatch(ModelUse::tagged) ? " in a tagged version" : ""));
  }
}
