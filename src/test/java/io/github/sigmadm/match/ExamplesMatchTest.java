package io.github.sigmadm.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.spec.DataModel;
import io.github.sigmadm.spec.IdMap;
import io.github.sigmadm.testing.Renumbering;
import io.github.sigmadm.testing.SharedMaterial;
import io.github.sigmadm.tree.Node.ObjectNode;
import io.github.sigmadm.tree.TreeReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Example specs and real exports, where they lie beside the project.
final class ExamplesMatchTest {

  static Stream<Path> specs() {
    return Stream.of("sigma/examples", "corpus")
        .flatMap(name -> SharedMaterial.specs(name).stream());
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("specs")
  void aSpecMatchesItselfUnderAnyOtherIds(Path file) throws IOException {
    DataModel model =
        DataModel.of(
            (ObjectNode)
                TreeReader.read(
                        new RepositoryPath(file.getFileName().toString()), Files.readAllBytes(file))
                    .sound()
                    .orElseThrow());
    for (long seed = 0; seed < 5; seed++) {
      Renumbering other = Renumbering.fresh(model, seed);
      Matching matching = Matcher.match(model, other.model(), IdMap.EMPTY);
      assertThat(matching.ids()).isEqualTo(other.ids());
      assertThat(matching.ambiguities()).isEmpty();
    }
  }
}
