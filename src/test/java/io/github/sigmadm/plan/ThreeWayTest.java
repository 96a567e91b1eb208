package io.github.sigmadm.plan;

import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.match.LiveIds;
import io.github.sigmadm.match.Matcher;
import io.github.sigmadm.spec.DataModel;
import io.github.sigmadm.spec.IdMap;
import io.github.sigmadm.spec.ScopedId;
import io.github.sigmadm.testing.Edit;
import io.github.sigmadm.testing.GoldenCases;
import io.github.sigmadm.testing.Renumbering;
import io.github.sigmadm.tree.Node.ObjectNode;
import io.github.sigmadm.tree.TreeReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// One model, edited in Sigma and in its file since the last deploy, and who is told to have
/// changed what.
final class ThreeWayTest {

  private static final ObjectNode MODEL = model();

  @TestFactory
  Stream<DynamicTest> whoChangedWhatIsToldApart() {
    return GoldenCases.of("plan/three-way.txt", ThreeWayTest::told);
  }

  /// The same stories when somebody's write has given every id anew in Sigma.
  @TestFactory
  Stream<DynamicTest> whoChangedWhatIsToldApartThoughAllIdsAreOthers() {
    return GoldenCases.of("plan/three-way.txt", ThreeWayTest::toldInOtherIds);
  }

  private static String told(String story) {
    return told(story, false);
  }

  private static String toldInOtherIds(String story) {
    return told(story, true);
  }

  private static String told(String story, boolean renumbered) {
    List<String> lines = story.lines().toList();
    DataModel deployed = DataModel.of(MODEL);
    DataModel sigma = DataModel.of(edited(lines, "sigma "));
    DataModel file = DataModel.of(edited(lines, "file "));
    DataModel live = renumbered ? Renumbering.fresh(sigma, 1).model() : sigma;
    IdMap ids = identity(deployed);
    ThreeWay threeWay =
        ThreeWay.of(
            new Base.Deployed(Side.of(deployed), ids),
            Side.of(live),
            Side.of(LiveIds.rewrite(file, Matcher.match(file, live, ids)).content()),
            lines.contains("keep"));
    return Stream.concat(
            threeWay.changes().stream().map(change -> "file  " + line(change)),
            threeWay.drift().stream().map(ThreeWayTest::line))
        .collect(Collectors.joining("\n"));
  }

  private static String line(Drift drift) {
    return "sigma "
        + line(drift.change())
        + " => "
        + drift.fate().word()
        + drift.loss().map(loss -> " " + loss.word()).orElse("")
        + drift.collision().map(change -> ", collides with " + change.kind()).orElse("");
  }

  private static String line(Change change) {
    return change.kind()
        + " "
        + change.element().map(element -> element + " / ").orElse("")
        + change.subject()
        + change.property().map(property -> " : " + property).orElse("")
        + " | "
        + change.before().orElse("-")
        + " -> "
        + change.after().orElse("-");
  }

  private static ObjectNode edited(List<String> lines, String who) {
    ObjectNode result = MODEL;
    for (String line : lines) {
      if (line.startsWith(who)) {
        result = Edit.of(line.substring(who.length())).applyTo(result);
      }
    }
    return result;
  }

  private static IdMap identity(DataModel model) {
    Map<ScopedId, String> ids = new LinkedHashMap<>();
    Renumbering.definitions(model).forEach(id -> ids.put(id, id.id()));
    return new IdMap(ids);
  }

  private static ObjectNode model() {
    try {
      return (ObjectNode)
          TreeReader.readYaml(
                  new RepositoryPath("model.yml"),
                  Files.readAllBytes(Path.of("src/test/resources/plan/model.yml")))
              .sound()
              .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
