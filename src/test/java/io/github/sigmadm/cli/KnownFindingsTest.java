package io.github.sigmadm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sigmadm.core.Commit;
import io.github.sigmadm.core.Diagnostic;
import io.github.sigmadm.flow.Event;
import io.github.sigmadm.render.Conclusion;
import io.github.sigmadm.render.FailureReason;
import io.github.sigmadm.sandbox.Sandbox;
import io.github.sigmadm.sandbox.options.IdMode;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A pull request fails for what it brings in, and for nothing that was there before.
final class KnownFindingsTest {

  private static final String CONFIGURATION = "sigma-dm.yml";
  private static final String BASE = "data-models/base.json";
  private static final String USER = "data-models/user.json";
  private static final Conclusion INVALID = new Conclusion.Stopped(FailureReason.INVALID_SPEC);

  @TempDir private Path folder;

  /// A model of one table.
  private static String model(String name, String source, String columns) {
    return """
    { "name": "%s", "schemaVersion": 1, "pages": [ { "id": "p", "name": "P", "elements": [
      { "id": "t", "kind": "table", "name": "T", "source": %s, "columns": [%s] } ] } ] }
    """
        .formatted(name, source, columns);
  }

  private static String base(String element, String... columns) {
    return model(
            "Base",
            "{ \"kind\": \"warehouse-table\", \"connectionId\": \"%s\", \"path\": [\"DB\", \"S\", \"T\"] }"
                .formatted(Sandbox.CONNECTION),
            String.join(", ", columns))
        .replace("\"id\": \"t\"", "\"id\": \"%s\"".formatted(element));
  }

  private static String user(String element, String... columns) {
    return model(
        "User",
        "{ \"kind\": \"data-model\", \"dataModelId\": \"${model:%s}\", \"elementId\": \"%s\" }"
            .formatted(BASE, element),
        String.join(", ", columns));
  }

  private static String column(String id, String name, String formula) {
    return "{ \"id\": \"%s\", \"name\": \"%s\", \"formula\": \"%s\" }".formatted(id, name, formula);
  }

  private static final String SOUND = column("a", "A", "[T/A]");
  private static final String BROKEN = column("b", "B", "[Missing] * 2");
  private static final String ODD = column("b", "B/C", "[T/B]");

  private static Event pullRequest(Commit base, Commit head) {
    return new Event.PullRequest(7, "synchronize", "main", base, head, false);
  }

  private Scene scene() {
    return new Scene(folder, IdMode.KEEP);
  }

  @Test
  void anErrorThatTheBaseHadIsToldAndFailsNothing() {
    try (Scene scene = scene()) {
      Commit first =
          scene.repository.commit(
              "one", Map.of(CONFIGURATION, Scene.CONFIGURATION, BASE, base("t", SOUND, BROKEN)));
      Commit second =
          scene.repository.commit(
              "two", Map.of(BASE, base("t", column("c", "C", "[T/C]"), SOUND, BROKEN)));
      assertThat(scene.execute(pullRequest(first, second))).isEqualTo(new Conclusion.Done());
      assertThat(scene.planFile()).contains("unknown-name");

      Commit third =
          scene.repository.commit(
              "three", Map.of(BASE, base("t", SOUND, BROKEN, column("d", "D", "[Missing] + 1"))));
      assertThat(scene.execute(pullRequest(second, third))).isEqualTo(INVALID);
    }
  }

  @Test
  void whatAChangeBreaksInAnotherSpecIsNew() {
    try (Scene scene = scene()) {
      Commit first =
          scene.repository.commit(
              "one",
              Map.of(CONFIGURATION, Scene.CONFIGURATION, BASE, base("t", SOUND), USER, user("t")));
      Commit second = scene.repository.commit("two", Map.of(BASE, base("renamed", SOUND)));

      assertThat(scene.execute(pullRequest(first, second))).isEqualTo(INVALID);
      assertThat(scene.annotations)
          .filteredOn(Diagnostic::isNewError)
          .singleElement()
          .satisfies(found -> {
            assertThat(found.code()).isEqualTo("unknown-reference");
            assertThat(found.file().value()).isEqualTo(USER);
            assertThat(found.message()).contains("\"Base\" has no element with the id \"t\"");
          });
    }
  }

  @Test
  void aLinkToASpecThatIsGoneIsToldOnce() {
    try (Scene scene = scene()) {
      Commit first =
          scene.repository.commit(
              "one",
              Map.of(CONFIGURATION, Scene.CONFIGURATION, BASE, base("t", SOUND), USER, user("t")));
      Commit second =
          scene.repository.commit(
              "two", Map.of(USER, user("t", SOUND).replace("base.json", "bsae.json")));
      assertThat(scene.execute(pullRequest(first, second))).isEqualTo(INVALID);
      assertThat(scene.annotations)
          .filteredOn(Diagnostic::isNewError)
          .extracting(Diagnostic::code)
          .containsExactly("unknown-model");
    }
  }

  @Test
  void onlyNewWarningsCountWhereWarningsFail() {
    try (Scene scene = scene().failingOnWarnings()) {
      Commit first =
          scene.repository.commit(
              "one", Map.of(CONFIGURATION, Scene.CONFIGURATION, BASE, base("t", SOUND, ODD)));
      Commit second =
          scene.repository.commit(
              "two", Map.of(BASE, base("t", column("c", "C", "[T/C]"), SOUND, ODD)));
      assertThat(scene.execute(pullRequest(first, second))).isEqualTo(new Conclusion.Done());

      Commit third =
          scene.repository.commit(
              "three", Map.of(BASE, base("t", SOUND, ODD, column("d", "D/E", "[T/D]"))));
      assertThat(scene.execute(pullRequest(second, third))).isEqualTo(INVALID);
    }
  }

  @Test
  void aWarningAboutTheConfigurationFailsNothing() {
    try (Scene scene = scene().failingOnWarnings()) {
      Commit first =
          scene.repository.commit(
              "one", Map.of(CONFIGURATION, "version: 1\n", BASE, base("t", SOUND)));
      Commit second =
          scene.repository.commit("two", Map.of(BASE, base("t", SOUND, column("b", "B", "[T/B]"))));

      assertThat(scene.execute(pullRequest(first, second))).isEqualTo(new Conclusion.NothingToDo());
      assertThat(scene.annotations).extracting(Diagnostic::code).containsExactly("no-environments");
    }
  }
}
