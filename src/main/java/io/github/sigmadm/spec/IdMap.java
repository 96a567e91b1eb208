package io.github.sigmadm.spec;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Which live id each thing of a spec has in one environment.
///
/// Keys are ids as the spec writes them, with scopes in the spec's own element ids.
public record IdMap(Map<ScopedId, String> live) {

  public static final IdMap EMPTY = new IdMap(Map.of());

  public IdMap {
    live = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(live));
  }

  /// The live id of a thing, if it is known.
  public Optional<String> of(ScopedId id) {
    return Optional.ofNullable(live.get(id));
  }

  /// This map followed by another: where the live ids of this one are what the next one starts
  /// from. What the next one does not know is left out.
  public IdMap then(IdMap next) {
    Map<ScopedId, String> composed = new LinkedHashMap<>();
    live.forEach((id, own) -> {
      Optional<String> element = id.element().map(e -> of(ScopedId.element(e)).orElse(e));
      next.of(new ScopedId(id.kind(), element, own)).ifPresent(end -> composed.put(id, end));
    });
    return new IdMap(composed);
  }

  /// A document with every id of its own replaced by the live one; ids that the map does not know
  /// stay.
  public io.github.sigmadm.tree.Node.ObjectNode applyTo(
      io.github.sigmadm.tree.Node.ObjectNode document) {
    return IdSites.rewrite(
        document, site -> site.own().flatMap(this::of).orElse(site.node().value()));
  }
}
