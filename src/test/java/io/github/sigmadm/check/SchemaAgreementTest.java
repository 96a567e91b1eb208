package io.github.sigmadm.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.github.sigmadm.core.Diagnostic;
import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.spec.DataModel;
import io.github.sigmadm.testing.Place;
import io.github.sigmadm.testing.Trees;
import io.github.sigmadm.tree.CanonicalJson;
import io.github.sigmadm.tree.Node;
import io.github.sigmadm.tree.Node.NullNode;
import io.github.sigmadm.tree.Node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The JSON Schema of the representation and the rules about looks let the same specs through.
final class SchemaAgreementTest {

  private static final JsonSchema SCHEMA = schema();

  /// The rules that say what the schema says.
  private static final Set<String> LOOKS =
      Set.of("missing-field", "wrong-type", "invalid-value", "schema-version", "misplaced-part");

  /// What is written in the place of values.
  private static final List<Node> ODD =
      List.of(
          new NullNode(io.github.sigmadm.core.Span.FILE_START),
          Trees.of(7),
          Trees.of(true),
          Trees.of(""),
          Trees.of("zzz"),
          Trees.of("${VARIABLE}"),
          Trees.of(List.of()),
          Trees.of(List.of(7)),
          Trees.of(Map.of()),
          Trees.of(Map.of("kind", "zzz")));

  private static final int TRIED_PER_FILE = 150;

  @TestFactory
  Stream<DynamicTest> realSpecsPass() {
    return specs()
        .map(entry ->
            DynamicTest.dynamicTest(
                entry.getKey(),
                () -> assertThat(complaints(entry.getValue())).as(entry.getKey()).isEmpty()));
  }

  @TestFactory
  Stream<DynamicTest> afterAChangeBothLetItThroughOrNeither() {
    return specs()
        .map(entry ->
            DynamicTest.dynamicTest(
                entry.getKey(),
                () -> {
                  List<Place> places = Place.in(entry.getValue());
                  Random random = new Random(7);
                  int refused = 0;
                  for (int i = 0; i < TRIED_PER_FILE; i++) {
                    Place place = places.get(random.nextInt(places.size()));
                    int choice = random.nextInt(ODD.size() + 1);
                    ObjectNode changed =
                        choice == ODD.size()
                            ? place.without().get()
                            : place.with().apply(ODD.get(choice));
                    List<Diagnostic> found = looks(changed);
                    refused += found.isEmpty() ? 0 : 1;
                    assertThat(complaints(changed).isEmpty())
                        .as(
                            "at %s the rules say %s, the schema %s",
                            place.path(), found, complaints(changed))
                        .isEqualTo(found.isEmpty());
                  }
                  assertThat(refused).isGreaterThan(10);
                }));
  }

  private static List<Diagnostic> looks(ObjectNode document) {
    ParsedSpec spec = new ParsedSpec(new RepositoryPath("spec.json"), DataModel.of(document));
    return Checks.run(CheckInput.existing(spec)).stream()
        .filter(found -> LOOKS.contains(found.code()))
        .toList();
  }

  private static List<String> complaints(ObjectNode document) {
    return SCHEMA.validate(CanonicalJson.text(document), InputFormat.JSON).stream()
        .map(Object::toString)
        .collect(Collectors.toList());
  }

  private static Stream<Map.Entry<String, ObjectNode>> specs() {
    return Stream.of("sigma/examples", "corpus")
        .flatMap(folder -> RealSpecsTest.models(folder).entrySet().stream())
        .map(entry -> Map.entry(entry.getKey().getFileName().toString(), entry.getValue().node()));
  }

  private static JsonSchema schema() {
    try {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(Files.readString(Path.of("docs/sigma-data-model.schema.json")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
