package io.github.sigmadm.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;

import io.github.sigmadm.formula.Names;
import io.github.sigmadm.match.LiveIds;
import io.github.sigmadm.match.Matcher;
import io.github.sigmadm.spec.DataModel;
import io.github.sigmadm.spec.ScopedId;
import io.github.sigmadm.testing.EditChain;
import io.github.sigmadm.testing.EditChain.Step;
import io.github.sigmadm.testing.RandomModels;
import io.github.sigmadm.testing.Renumbering;
import io.github.sigmadm.testing.SigmaSpelling;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.Test;

/// What holds for every model, whatever is edited in its file and in Sigma.
final class ThreeWayPropertiesTest {

  @Test
  void editsOfDifferentTablesAreToldApart() {
    forAllSeeds(seed -> {
      Story story = new Story(seed);
      if (story.isAboutTwoTables()) {
        ThreeWay told = story.told(false);
        assertThat(lines(told.changes()))
            .as(story.toString())
            .containsExactlyInAnyOrderElementsOf(expected(story.inFile));
        assertThat(lines(told.drift().stream().map(Drift::change).toList()))
            .as(story.toString())
            .containsExactlyInAnyOrderElementsOf(expected(story.inSigma));
        assertThat(told.drift()).noneMatch(Drift::collides).allMatch(Drift::isLost);
      }
    });
  }

  @Test
  void whatIsAddedInSigmaSurvivesTogetherWithWhatTheFileChanges() {
    forAllSeeds(seed -> {
      Story story = new Story(seed);
      if (story.isAboutTwoTables()) {
        ThreeWay told = story.told(true);
        assertThat(lines(told.changes()))
            .as(story.toString())
            .containsExactlyInAnyOrderElementsOf(expected(story.inFile));
        assertThat(told.drift())
            .as(story.toString())
            .allMatch(drift -> drift.change().what() != What.ADDED || !drift.isLost());
        // what is written leaves live what is kept, and nothing else of Sigma's
        assertThat(lines(Comparison.compare(Side.of(story.live), told.content())))
            .as(story.toString())
            .containsAll(expected(story.inFile))
            .noneMatch(line -> line.contains(spelled("column.removed Added")));
      }
    });
  }

  @Test
  void theSameEditOnBothSidesIsNeitherDriftNorChange() {
    forAllSeeds(seed -> {
      Story story = new Story(seed);
      DataModel file = story.inFile.applyTo(story.before);
      DataModel live = SigmaSpelling.of(Renumbering.fresh(file, seed + 1).model(), seed);
      for (boolean keeps : List.of(true, false)) {
        ThreeWay told = story.told(file, live, keeps);
        assertThat(told.effect()).as(story.toString()).isEmpty();
        assertThat(told.changes()).isEmpty();
        assertThat(told.drift()).as(story.toString()).isEmpty();
      }
    });
  }

  @Test
  void withoutDriftAllThatIsWrittenIsTheFiles() {
    forAllSeeds(seed -> {
      Story story = new Story(seed);
      ThreeWay told = story.told(story.inFile.applyTo(story.before), story.deployed.model(), false);
      assertThat(lines(told.changes())).containsExactlyInAnyOrderElementsOf(expected(story.inFile));
      assertThat(told.changes()).isEqualTo(told.effect());
      assertThat(told.drift()).isEmpty();
    });
  }

  /// All that the write changes is either the file's or undoes drift, whatever was done to what.
  @Test
  void nothingIsWrittenThatIsNotTold() {
    forAllSeeds(seed -> {
      Story story = new Story(seed);
      ThreeWay told = story.told(false);
      assertThat(told.effect()).containsAll(told.changes());
      if (told.drift().stream().noneMatch(Drift::isLost)) {
        assertThat(told.changes()).as(story.toString()).isEqualTo(told.effect());
      }
      if (told.changes().isEmpty()) {
        assertThat(told.effect().isEmpty())
            .as(story.toString())
            .isEqualTo(told.drift().stream().noneMatch(Drift::isLost));
      }
    });
  }

  /// A model as it was deployed under other ids than its file has, and an edit on either side.
  private static final class Story {

    private final DataModel before;
    private final Renumbering deployed;
    private final Step inFile;
    private final Step inSigma;
    private final DataModel live;
    private final long seed;

    Story(long seed) {
      this.seed = seed;
      before = RandomModels.model(seed);
      deployed = Renumbering.fresh(before, seed);
      inFile = new EditChain(seed, (int) (seed % 9), List.of()).next(before);
      inSigma =
          new EditChain(seed + 1, 100 + (int) (seed / 9 % 9), List.of()).next(deployed.model());
      live = SigmaSpelling.of(inSigma.applyTo(deployed.model()), seed);
    }

    boolean isAboutTwoTables() {
      return !deployed
          .ids()
          .of(ScopedId.element(inFile.table()))
          .equals(Optional.of(inSigma.table()));
    }

    ThreeWay told(boolean keeps) {
      return told(inFile.applyTo(before), live, keeps);
    }

    ThreeWay told(DataModel file, DataModel theirs, boolean keeps) {
      LiveIds sent = LiveIds.rewrite(file, Matcher.match(file, theirs, deployed.ids()));
      return ThreeWay.of(
          new Base.Deployed(Side.of(deployed.model()), deployed.ids()),
          Side.of(theirs),
          Side.of(sent.content()),
          keeps);
    }

    @Override
    public String toString() {
      return "seed " + seed + ": file: " + inFile + ", Sigma: " + inSigma;
    }
  }

  private static List<String> lines(List<Change> changes) {
    return changes.stream().map(change -> spelled(change.kind() + " " + change.subject())).toList();
  }

  private static List<String> expected(Step step) {
    return step.changes().stream().map(ThreeWayPropertiesTest::spelled).toList();
  }

  /// Sigma spells names that follow from formulas its own way.
  private static String spelled(String line) {
    return Names.normalise(line);
  }

  private static void forAllSeeds(LongConsumer property) {
    qt().withExamples(60)
        .forAll(longs().between(0, Integer.MAX_VALUE))
        .checkAssert(property::accept);
  }
}
