package io.github.sigmadm.match;

import io.github.sigmadm.formula.Names;
import io.github.sigmadm.match.MutualBest.Weighed;
import io.github.sigmadm.spec.DataModel;
import io.github.sigmadm.spec.Page;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which live page each page of a spec is: by id, memory and name first; and once the elements are
/// matched, the page that holds most of them.
final class PageMatching {

  private final DataModel desired;
  private final DataModel live;
  private final Pairing pairing;

  PageMatching(DataModel desired, DataModel live, Memory memory) {
    this.desired = desired;
    this.live = live;
    this.pairing =
        new Pairing(
                desired.pages().stream().map(PageMatching::part).toList(),
                live.pages().stream().map(PageMatching::part).toList())
            .byId()
            .byMemory(memory.pages())
            .byKeys();
  }

  private static Part part(Page page) {
    Optional<String> name = page.node().text("name");
    return new Part(page.id().value(), page.name(), List.of(name, name.map(Names::normalise)));
  }

  /// The pairs so far.
  Map<String, String> byName() {
    return Map.copyOf(pairing.pairs());
  }

  /// All pairs.
  ///
  /// @param elements the live id of each matched element
  Map<String, String> byElements(Map<String, String> elements) {
    Map<String, String> livePages = pageOfElement(live);
    Map<String, Map<String, Integer>> votes = new LinkedHashMap<>();
    pageOfElement(desired)
        .forEach((element, page) ->
            Optional.ofNullable(elements.get(element))
                .map(livePages::get)
                .filter(livePage -> pairing.isOpen(page, livePage))
                .ifPresent(livePage ->
                    votes
                        .computeIfAbsent(page, k -> new LinkedHashMap<>())
                        .merge(livePage, 1, Integer::sum)));
    List<Weighed> weighed = new ArrayList<>();
    votes.forEach((page, counts) ->
        counts.forEach((livePage, count) -> weighed.add(new Weighed(page, livePage, count))));
    MutualBest.take(weighed, pairing);
    return pairing.pairs();
  }

  Map<Part, List<String>> unclear() {
    return pairing.ambiguities();
  }

  private static Map<String, String> pageOfElement(DataModel model) {
    Map<String, String> pages = new HashMap<>();
    model
        .pages()
        .forEach(page ->
            page.elements()
                .forEach(element -> pages.putIfAbsent(element.id().value(), page.id().value())));
    return pages;
  }
}
