package io.github.sigmadm.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.github.sigmadm.core.Diagnostic;
import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.core.Span;
import io.github.sigmadm.testing.Place;
import io.github.sigmadm.testing.Trees;
import io.github.sigmadm.tree.CanonicalJson;
import io.github.sigmadm.tree.Node;
import io.github.sigmadm.tree.Node.NullNode;
import io.github.sigmadm.tree.Node.ObjectNode;
import io.github.sigmadm.tree.TreeReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The JSON Schema of `sigma-dm.yml`, as a validator of somebody else understands it, and the
/// program let the same configurations through.
final class ConfigurationAgreementTest {

  private static final RepositoryPath FILE = new RepositoryPath("sigma-dm.json");
  private static final JsonSchema SCHEMA = schema();

  /// What only the program can see: it compares values with each other, and knows what a pattern, a
  /// path and an address are.
  private static final Set<String> COMPARES =
      Set.of("ambiguous-branch", "ambiguous-replacement", "unknown-environment", "invalid-api");

  private static final List<String> KNOWS =
      List.of(
          "`specs` cannot be", "`exclude` cannot be", "`branches` cannot be", "is not the path of");

  private static final List<Node> ODD =
      List.of(
          new NullNode(Span.FILE_START),
          Trees.of(7),
          Trees.of(1),
          Trees.of(true),
          Trees.of(""),
          Trees.of(" "),
          Trees.of("zzz"),
          Trees.of("aws-us-west"),
          Trees.of("https://api.example"),
          Trees.of("72a56f98-6c10-4a07-8795-b7661ffc5226"),
          Trees.of(List.of()),
          Trees.of(List.of("main")),
          Trees.of(List.of(7)),
          Trees.of(Map.of()),
          Trees.of(Map.of("zzz", "zzz")),
          Trees.of(Map.of("zzz", Map.of())));

  @TestFactory
  Stream<DynamicTest> examplesPass() {
    return configurations()
        .map(entry ->
            DynamicTest.dynamicTest(
                entry.getKey(),
                () -> {
                  assertThat(complaints(entry.getValue())).isEmpty();
                  assertThat(errors(entry.getValue())).isEmpty();
                }));
  }

  @TestFactory
  Stream<DynamicTest> afterAChangeBothLetItThroughOrNeither() {
    return configurations()
        .map(entry ->
            DynamicTest.dynamicTest(
                entry.getKey(),
                () -> {
                  for (Place place : Place.in(entry.getValue())) {
                    compare(place.path() + " removed", place.without().get());
                    for (Node odd : ODD) {
                      compare(
                          place.path() + " = " + CanonicalJson.text(odd), place.with().apply(odd));
                    }
                    if (place.node() instanceof ObjectNode object) {
                      compare(
                          place.path() + " with one key more",
                          place.with().apply(object.with("qqqqqq", Trees.of(Map.of()))));
                    }
                  }
                }));
  }

  private static void compare(String change, ObjectNode configuration) {
    List<Diagnostic> errors = errors(configuration);
    List<String> complaints = complaints(configuration);
    boolean onlyTheProgramKnows =
        complaints.isEmpty()
            && !errors.isEmpty()
            && errors.stream().allMatch(ConfigurationAgreementTest::isBeyondTheSchema);
    if (!onlyTheProgramKnows) {
      assertThat(complaints.isEmpty())
          .as("%s: the program says %s, the schema %s", change, errors, complaints)
          .isEqualTo(errors.isEmpty());
    }
  }

  private static boolean isBeyondTheSchema(Diagnostic error) {
    return COMPARES.contains(error.code()) || KNOWS.stream().anyMatch(error.message()::contains);
  }

  private static List<Diagnostic> errors(ObjectNode configuration) {
    return ConfigurationReader.read(
            FILE, CanonicalJson.text(configuration).getBytes(StandardCharsets.UTF_8))
        .diagnostics()
        .stream()
        .filter(Diagnostic::isNewError)
        .toList();
  }

  private static List<String> complaints(ObjectNode configuration) {
    return SCHEMA.validate(CanonicalJson.text(configuration), InputFormat.JSON).stream()
        .map(Object::toString)
        .toList();
  }

  private static Stream<Map.Entry<String, ObjectNode>> configurations() {
    try (Stream<Path> files = Files.walk(Path.of("examples"))) {
      List<Map.Entry<String, ObjectNode>> configurations = new ArrayList<>();
      for (Path file : files.filter(each -> each.endsWith("sigma-dm.yml")).sorted().toList()) {
        configurations.add(Map.entry(file.getName(1).toString(), document(Files.readString(file))));
      }
      configurations.add(Map.entry("everything", document(ConfigurationTest.FULL)));
      return configurations.stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectNode document(String yaml) {
    return (ObjectNode)
        TreeReader.readYaml(
                new RepositoryPath("sigma-dm.yml"), yaml.getBytes(StandardCharsets.UTF_8))
            .sound()
            .orElseThrow();
  }

  private static JsonSchema schema() {
    try {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
          .getSchema(Files.readString(Path.of("docs/sigma-dm.schema.json")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
