package io.github.sigmadm.check;

import io.github.sigmadm.spec.DataModel;
import io.github.sigmadm.spec.IdKind;
import io.github.sigmadm.spec.IdSite;
import io.github.sigmadm.spec.IdSites;
import io.github.sigmadm.spec.ScopedId;
import io.github.sigmadm.testing.Place;
import io.github.sigmadm.testing.Trees;
import io.github.sigmadm.tree.Node;
import io.github.sigmadm.tree.Node.ObjectNode;
import io.github.sigmadm.tree.Node.TextNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Everything that can go wrong between an id and what points at it (section 13 of the description
/// of the representation): the target renamed, removed, given twice or made a number; the reference
/// changed, made a number, or swapped for an id of another scope.
final class IdMutations {

  private static final String MISSING = "unknown-reference";

  private final IdentityHashMap<Node, Place> places;
  private final List<IdSite> sites;
  private final Set<ScopedId> defined = new HashSet<>();
  private final Set<ScopedId> used = new HashSet<>();
  private final List<Mutation> mutations = new ArrayList<>();

  private IdMutations(ObjectNode document) {
    this.places = Place.byNode(document);
    this.sites = IdSites.in(document);
    for (IdSite site : sites) {
      switch (site) {
        case IdSite.Definition definition -> defined.add(definition.id());
        case IdSite.Reference reference -> {
          if (reference.certain()) {
            used.add(reference.id());
          }
        }
        case IdSite.ModelReference ignored -> {}
        case IdSite.ForeignReference ignored -> {}
        case IdSite.ForeignControl ignored -> {}
      }
    }
  }

  static List<Mutation> of(DataModel model) {
    IdMutations all = new IdMutations(model.node());
    for (IdSite site : all.sites) {
      switch (site) {
        case IdSite.Definition definition -> all.target(definition);
        case IdSite.Reference reference -> all.reference(reference);
        case IdSite.ForeignReference foreign -> all.foreign(foreign);
        case IdSite.ForeignControl ignored -> {}
        case IdSite.ModelReference ignored -> {}
      }
    }
    return all.mutations;
  }

  private void target(IdSite.Definition site) {
    Place id = place(site.node());
    Place whole = id.holder().orElseThrow();
    String kind = site.id().kind().words();
    whole
        .twice()
        .ifPresent(twice ->
            mutations.add(Mutation.of(kind + " given twice", id.path(), twice, "duplicate-id")));
    mutations.add(
        Mutation.of(
            kind + " id made a number",
            id.path(),
            () -> id.with().apply(Trees.of(7)),
            "wrong-type"));
    if (!used.contains(site.id())) {
      return;
    }
    mutations.add(
        Mutation.of(
            kind + " renamed", id.path(), () -> id.with().apply(text("no-such-id", id)), MISSING));
    // what pointed at it from inside goes with it
    Optional<String> inside =
        usedFromOutside(site, whole)
            ? Optional.empty()
            : Optional.of("nothing outside of it points at it");
    mutations.add(
        Mutation.of(kind + " removed", whole.path(), whole.without(), MISSING).unless(inside));
  }

  private boolean usedFromOutside(IdSite.Definition target, Place whole) {
    return sites.stream()
        .anyMatch(site ->
            site instanceof IdSite.Reference reference
                && reference.certain()
                && reference.id().equals(target.id())
                && !place(site.node()).path().startsWith(whole.path() + "/"));
  }

  private void reference(IdSite.Reference site) {
    if (!site.certain()) {
      return;
    }
    Place place = place(site.node());
    String kind = "reference to " + site.id().kind().words();
    mutations.add(
        Mutation.of(
            kind + " changed",
            place.path(),
            () -> place.with().apply(text("no-such-id", place)),
            MISSING));
    mutations.add(
        Mutation.of(
            kind + " made a number",
            place.path(),
            () -> place.with().apply(Trees.of(7)),
            "wrong-type"));
    elsewhere(site)
        .ifPresent(other ->
            mutations.add(
                Mutation.of(
                    kind + " swapped for an id of another scope",
                    place.path() + " = " + other,
                    () -> place.with().apply(text(other, place)),
                    MISSING)));
  }

  /// An id that exists, but not where this reference looks.
  private Optional<String> elsewhere(IdSite.Reference site) {
    return defined.stream()
        .filter(id -> id.kind() == IdKind.COLUMN || id.kind() == IdKind.ELEMENT)
        .map(ScopedId::id)
        .filter(id ->
            defined.stream()
                .noneMatch(other ->
                    other.id().equals(id)
                        && other.kind() == site.id().kind()
                        && other.element().equals(site.id().element())))
        .min(String::compareTo);
  }

  private void foreign(IdSite.ForeignReference site) {
    Place place = place(site.node());
    mutations.add(
        Mutation.of(
            "reference to " + site.id().kind().words() + " of another model changed",
            place.path(),
            () -> place.with().apply(text("no-such-id", place)),
            MISSING));
  }

  private Place place(TextNode node) {
    Place place = places.get(node);
    if (place == null) {
      throw new IllegalStateException("not in the document: " + node);
    }
    return place;
  }

  private static TextNode text(String value, Place place) {
    return TextNode.of(value, place.node().span());
  }
}
