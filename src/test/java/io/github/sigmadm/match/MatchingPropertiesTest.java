package io.github.sigmadm.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;

import io.github.sigmadm.spec.DataModel;
import io.github.sigmadm.spec.IdMap;
import io.github.sigmadm.spec.IdSite;
import io.github.sigmadm.spec.IdSites;
import io.github.sigmadm.spec.ScopedId;
import io.github.sigmadm.testing.RandomModels;
import io.github.sigmadm.testing.Renumbering;
import io.github.sigmadm.testing.Shuffling;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.Test;

/// What holds for every model.
final class MatchingPropertiesTest {

  @Test
  void aModelMatchesItselfUnderAnyOtherIds() {
    forAllSeeds(seed -> {
      DataModel model = RandomModels.model(seed);
      Renumbering other = Renumbering.fresh(model, seed);
      Matching matching = Matcher.match(model, other.model(), IdMap.EMPTY);
      assertThat(matching.ids()).isEqualTo(other.ids());
      assertThat(matching.ambiguities()).isEmpty();
    });
  }

  @Test
  void theSameIdWinsOverEverythingElse() {
    forAllSeeds(seed -> {
      DataModel model = RandomModels.model(seed);
      DataModel other = Renumbering.shuffled(model, seed).model();
      Matching matching = Matcher.match(model, other, Renumbering.fresh(model, seed).ids());
      for (ScopedId id : Renumbering.definitions(model)) {
        if (Renumbering.definitions(other).contains(id)) {
          assertThat(matching.ids().of(id)).contains(id.id());
        }
      }
    });
  }

  @Test
  void whatIsRememberedWinsOverNames() {
    forAllSeeds(seed -> {
      DataModel model = RandomModels.model(seed);
      Renumbering fresh = Renumbering.fresh(model, seed);
      Renumbering shuffled = Renumbering.shuffled(fresh.model(), seed);
      IdMap remembered = fresh.ids().then(shuffled.ids());
      // the live side, with every id under another name
      IdMap identity = identity(shuffled.model());
      assertThat(Matcher.match(model, shuffled.model(), remembered).ids()).isEqualTo(remembered);
      assertThat(Matcher.match(shuffled.model(), shuffled.model(), IdMap.EMPTY).ids())
          .isEqualTo(identity);
    });
  }

  @Test
  void rewrittenToLiveIdsAModelMatchesByIdAlone() {
    forAllSeeds(seed -> {
      DataModel model = RandomModels.model(seed);
      DataModel live = Renumbering.fresh(RandomModels.model(seed + 1), seed).model();
      LiveIds sent = LiveIds.rewrite(model, Matcher.match(model, live, IdMap.EMPTY));
      Matching again = Matcher.match(sent.content(), live, IdMap.EMPTY);
      again.ids().live().forEach((id, liveId) -> assertThat(liveId).isEqualTo(id.id()));
      assertThat(
              LiveIds.rewrite(sent.content(), again)
                  .content()
                  .node()
                  .sameValue(sent.content().node()))
          .isTrue();
    });
  }

  @Test
  void noIdIsUsedTwiceAndNoReferenceDangles() {
    forAllSeeds(seed -> {
      DataModel model = RandomModels.model(seed);
      DataModel live = Renumbering.shuffled(RandomModels.model(seed / 2), seed).model();
      Matching matching = Matcher.match(model, live, IdMap.EMPTY);
      isInjectiveAndLive(matching.ids(), live);
      DataModel sent = LiveIds.rewrite(model, matching).content();
      isSound(sent);
    });
  }

  @Test
  void theOrderOfTheThingsDoesNotMatter() {
    forAllSeeds(seed -> {
      DataModel model = RandomModels.model(seed);
      DataModel live = Renumbering.fresh(RandomModels.model(seed / 2), seed).model();
      assertThat(
              Matcher.match(
                      Shuffling.everything(model, seed),
                      Shuffling.everything(live, seed + 1),
                      IdMap.EMPTY)
                  .ids())
          .isEqualTo(Matcher.match(model, live, IdMap.EMPTY).ids());
    });
  }

  private static void forAllSeeds(LongConsumer property) {
    qt().withExamples(100)
        .forAll(longs().between(0, Integer.MAX_VALUE))
        .checkAssert(property::accept);
  }

  private static IdMap identity(DataModel model) {
    Map<ScopedId, String> ids = new LinkedHashMap<>();
    Renumbering.definitions(model).forEach(id -> ids.put(id, id.id()));
    return new IdMap(ids);
  }

  private static void isInjectiveAndLive(IdMap ids, DataModel live) {
    Set<ScopedId> existing = new HashSet<>(Renumbering.definitions(live));
    Set<ScopedId> used = new HashSet<>();
    ids.live()
        .forEach((id, liveId) -> {
          ScopedId target =
              new ScopedId(
                  id.kind(),
                  id.element().map(e -> ids.of(ScopedId.element(e)).orElseThrow()),
                  liveId);
          assertThat(existing).contains(target);
          assertThat(used.add(target)).as("%s is used once", target).isTrue();
        });
  }

  private static void isSound(DataModel model) {
    Set<ScopedId> defined = new HashSet<>();
    for (IdSite site : IdSites.in(model.node())) {
      if (site instanceof IdSite.Definition definition) {
        assertThat(defined.add(definition.id())).as("%s is unique", definition.id()).isTrue();
      }
    }
    for (IdSite site : IdSites.in(model.node())) {
      if (site instanceof IdSite.Reference reference) {
        assertThat(defined).contains(reference.id());
      }
    }
    model
        .controls()
        .forEach(control ->
            assertThat(defined)
                .doesNotContain(ScopedId.element(control.controlId().orElseThrow().value())));
  }
}
