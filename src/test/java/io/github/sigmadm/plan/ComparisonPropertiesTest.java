package io.github.sigmadm.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;

import io.github.sigmadm.match.LiveIds;
import io.github.sigmadm.match.Matcher;
import io.github.sigmadm.match.ReadBack;
import io.github.sigmadm.spec.DataModel;
import io.github.sigmadm.spec.IdMap;
import io.github.sigmadm.testing.RandomModels;
import io.github.sigmadm.testing.Renumbering;
import io.github.sigmadm.testing.Shuffling;
import io.github.sigmadm.testing.SigmaSpelling;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.Test;

/// What holds for every model.
final class ComparisonPropertiesTest {

  @Test
  void aModelDoesNotDifferFromItself() {
    forAllSeeds(seed -> {
      DataModel model = RandomModels.model(seed);
      assertThat(compare(model, model)).isEmpty();
    });
  }

  @Test
  void planningWhatIsLiveChangesNothingWhateverItsIdsAndSpelling() {
    forAllSeeds(seed -> {
      DataModel model = RandomModels.model(seed);
      DataModel live = SigmaSpelling.of(Renumbering.fresh(model, seed).model(), seed);
      DataModel sent = LiveIds.rewrite(model, Matcher.match(model, live, IdMap.EMPTY)).content();
      assertThat(compare(live, sent)).isEmpty();
    });
  }

  @Test
  void anOrderThatNobodySeesIsNoChange() {
    forAllSeeds(seed -> {
      DataModel model = RandomModels.model(seed);
      assertThat(compare(model, Shuffling.unseen(model, seed))).isEmpty();
    });
  }

  @Test
  void whatCameBackOfAWriteIsWhatWasSentThoughAllIdsAreOthers() {
    forAllSeeds(seed -> {
      LiveIds sent = LiveIds.asWritten(RandomModels.model(seed));
      DataModel back = SigmaSpelling.of(Renumbering.fresh(sent.content(), seed).model(), seed);
      ReadBack read = ReadBack.of(sent, Optional.empty(), back);
      assertThat(compare(ReadBack.inLiveIds(sent, read), back)).isEmpty();
    });
  }

  @Test
  void backwardsWhatIsAddedIsRemoved() {
    forAllSeeds(seed -> {
      DataModel before = RandomModels.model(seed);
      DataModel other = RandomModels.model(seed / 2);
      DataModel after = LiveIds.rewrite(other, Matcher.match(other, before, IdMap.EMPTY)).content();
      assertThat(Mirror.mirrored(compare(after, before)))
          .isEqualTo(Mirror.straight(compare(before, after)));
    });
  }

  private static List<Change> compare(DataModel before, DataModel after) {
    return Comparison.compare(Side.of(before), Side.of(after));
  }

  private static void forAllSeeds(LongConsumer property) {
    qt().withExamples(100)
        .forAll(longs().between(0, Integer.MAX_VALUE))
        .checkAssert(property::accept);
  }
}
