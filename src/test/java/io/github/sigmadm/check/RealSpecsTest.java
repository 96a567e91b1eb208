package io.github.sigmadm.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sigmadm.core.Diagnostic;
import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.core.Severity;
import io.github.sigmadm.spec.DataModel;
import io.github.sigmadm.testing.SharedMaterial;
import io.github.sigmadm.tree.Node.ObjectNode;
import io.github.sigmadm.tree.TreeReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Real exports and hand-written examples beside the project, which need not be there, have no
/// errors.
final class RealSpecsTest {

  @TestFactory
  Stream<DynamicTest> realExportsHaveNoErrors() {
    Map<Path, DataModel> models = models("corpus");
    return models.keySet().stream()
        .map(file ->
            DynamicTest.dynamicTest(
                file.getFileName().toString(), () -> assertThat(errors(file, models)).isEmpty()));
  }

  @TestFactory
  Stream<DynamicTest> examplesHaveNoErrorsButTheirPlaceholders() {
    Map<Path, DataModel> models = models("sigma/examples");
    return models.keySet().stream()
        .map(file ->
            DynamicTest.dynamicTest(
                file.getFileName().toString(),
                () -> {
                  List<Diagnostic> errors = errors(file, models);
                  if (file.getFileName().toString().startsWith("01-")) {
                    assertThat(errors)
                        .hasSize(2)
                        .extracting(Diagnostic::code)
                        .containsOnly("placeholder");
                  } else {
                    assertThat(errors).isEmpty();
                  }
                }));
  }

  private static List<Diagnostic> errors(Path file, Map<Path, DataModel> models) {
    RepositoryPath path = new RepositoryPath(file.getFileName().toString());
    DataModel model = java.util.Objects.requireNonNull(models.get(file));
    CheckInput created = CheckInput.created(new ParsedSpec(path, model));
    return Checks.run(created.with(others(models))).stream()
        .filter(each -> each.severity() == Severity.ERROR)
        .toList();
  }

  /// These models, found by the ids that they were exported with.
  static OtherSpecs others(Map<Path, DataModel> models) {
    return reference ->
        models.values().stream()
            .filter(
                other -> other.dataModelId().filter(id -> id.value().equals(reference)).isPresent())
            .findFirst();
  }

  static Map<Path, DataModel> models(String folder) {
    Map<Path, DataModel> models = new LinkedHashMap<>();
    for (Path file : SharedMaterial.specs(folder)) {
      try {
        var reading =
            TreeReader.read(
                new RepositoryPath(file.getFileName().toString()), Files.readAllBytes(file));
        if (reading.sound().orElseThrow() instanceof ObjectNode document) {
          models.put(file, DataModel.of(document));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    Assumptions.assumeFalse(models.isEmpty(), "no shared/" + folder + " beside the project");
    return models;
  }
}
