package io.github.sigmadm.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.match.LiveIds;
import io.github.sigmadm.match.Matcher;
import io.github.sigmadm.match.ReadBack;
import io.github.sigmadm.spec.DataModel;
import io.github.sigmadm.spec.IdMap;
import io.github.sigmadm.testing.Renumbering;
import io.github.sigmadm.testing.SharedMaterial;
import io.github.sigmadm.testing.Shuffling;
import io.github.sigmadm.testing.SigmaSpelling;
import io.github.sigmadm.tree.Node.ObjectNode;
import io.github.sigmadm.tree.TreeReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Example specs and real exports, where they lie beside the project.
final class ExamplesPlanTest {

  static Stream<Path> specs() {
    return Stream.of("sigma/examples", "corpus")
        .flatMap(name -> SharedMaterial.specs(name).stream());
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("specs")
  void whatIsLiveAlreadyChangesNothing(Path file) throws IOException {
    DataModel model = read(file);
    for (long seed = 0; seed < 5; seed++) {
      DataModel live = SigmaSpelling.of(Renumbering.fresh(model, seed).model(), seed);
      LiveIds sent = LiveIds.rewrite(model, Matcher.match(model, live, IdMap.EMPTY));
      assertThat(Comparison.compare(Side.of(live), Side.of(sent.content()))).isEmpty();
      assertThat(Comparison.compare(Side.of(model), Side.of(Shuffling.unseen(model, seed))))
          .isEmpty();
    }
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("specs")
  void whatCameBackOfACreateIsWhatWasSent(Path file) throws IOException {
    LiveIds sent = LiveIds.asWritten(read(file));
    DataModel back = SigmaSpelling.of(Renumbering.fresh(sent.content(), 1).model(), 1);
    ReadBack read = ReadBack.of(sent, Optional.empty(), back);
    assertThat(Comparison.compare(Side.of(ReadBack.inLiveIds(sent, read)), Side.of(back)))
        .isEmpty();
    assertThat(read.ids().live()).hasSameSizeAs(Renumbering.definitions(sent.content()));
  }

  private static DataModel read(Path file) throws IOException {
    return DataModel.of(
        (ObjectNode)
            TreeReader.read(
                    new RepositoryPath(file.getFileName().toString()), Files.readAllBytes(file))
                .sound()
                .orElseThrow());
  }
}
