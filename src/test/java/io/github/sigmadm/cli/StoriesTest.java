package io.github.sigmadm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sigmadm.core.Commit;
import io.github.sigmadm.flow.Cancellation;
import io.github.sigmadm.flow.Event;
import io.github.sigmadm.render.Conclusion;
import io.github.sigmadm.render.FailureReason;
import io.github.sigmadm.sandbox.Sandbox;
import io.github.sigmadm.sandbox.options.IdMode;
import io.github.sigmadm.sandbox.options.SandboxOptions;
import io.github.sigmadm.sandbox.rest.Effect;
import io.github.sigmadm.sandbox.rest.Interception;
import io.github.sigmadm.sandbox.rest.Request;
import io.github.sigmadm.sandbox.rest.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `docs/stories.md` tells, with the log of each run as it is printed.
///
/// Run with `-Dgolden.write=true` to write the document anew.
final class StoriesTest {

  private static final Path DOCUMENT = Path.of("docs", "stories.md");

  private static final Pattern UUID =
      Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  @TempDir private Path folder;

  private final StringBuilder told = new StringBuilder();

  private static String model(String name, String more) {
    return """
    { "name": "%s", "schemaVersion": 1, "pages": [ { "id": "page", "name": "Page 1", "elements": [
      { "id": "sales", "kind": "table", "name": "Sales",
        "source": { "kind": "warehouse-table", "connectionId": "%s", "path": ["SHOP", "CORE", "SALES"] },
        "columns": [
          { "id": "amount", "formula": "[SALES/Amount]" },
          { "id": "tax", "name": "Tax", "formula": "[Amount] * 0.2" }%s
        ] } ] } ] }
    """
        .formatted(name, Sandbox.CONNECTION, more);
  }

  private static final String NET =
      ",\n      { \"id\": \"net\", \"name\": \"Net\", \"formula\": \"";

  private Scene scene(String name, IdMode ids) {
    Scene scene =
        new Scene(folder.resolve(name), SandboxOptions.defaults().withIds(ids)).oneAtATime();
    scene
        .sandbox
        .person()
        .addTable(
            Sandbox.CONNECTION,
            List.of("SHOP", "CORE", "SALES"),
            new TreeMap<>(Map.of("AMOUNT", "number")));
    return scene;
  }

  private Conclusion run(Scene scene, String says, Event event) {
    Conclusion conclusion = scene.execute(event);
    told.append(says).append("\n\n```text\n");
    scene.lines.forEach(
        line -> told.append(UUID.matcher(line.stripTrailing()).replaceAll("<id>")).append('\n'));
    told.append("=> ").append(conclusion.result().word());
    conclusion
        .failureReason()
        .ifPresent(reason -> told.append(" (").append(reason.word()).append(')'));
    told.append(", exit code ").append(conclusion.exitCode()).append("\n```\n\n");
    return conclusion;
  }

  private static Event push(Commit before, Commit after) {
    return new Event.Push("main", before, after);
  }

  private void aFormulaThatBreaks() {
    try (Scene scene = scene("formula", IdMode.REMAP)) {
      told.append("## A formula that Sigma accepts and cannot make anything of\n\n");
      Commit first =
          scene.repository.commit(
              "first",
              Map.of(
                  "sigma-dm.yml",
                  Scene.CONFIGURATION,
                  "data-models/sales.json",
                  model("Sales", "")));
      scene.execute(push(Scene.NOTHING, first));
      String id = scene.sandbox.dataModels().getFirst();
      String pages = scene.sandbox.spec(id).path("pages").toString();
      Commit second =
          scene.repository.commit(
              "net",
              Map.of("data-models/sales.json", model("Sales", NET + "Frobnicate([Amount])\" }")));
      Conclusion conclusion =
          run(
              scene,
              "The new column calls a function that may be one of tomorrow, so it is only a warning."
                  + " Sigma answers 200, and the column is in error. What was live is put back.",
              push(first, second));
      assertThat(conclusion).isEqualTo(new Conclusion.Stopped(FailureReason.VERIFICATION_FAILED));
      assertThat(scene.sandbox.spec(id).path("pages").toString()).isEqualTo(pages);
    }
  }

  private void anEditAtTheWorstMoment() {
    try (Scene scene = scene("edit", IdMode.REMAP)) {
      told.append("## Somebody edits the model between the plan and the write\n\n");
      Commit first =
          scene.repository.commit(
              "first",
              Map.of(
                  "sigma-dm.yml",
                  Scene.CONFIGURATION,
                  "data-models/sales.json",
                  model("Sales", "")));
      scene.execute(push(Scene.NOTHING, first));
      String id = scene.sandbox.dataModels().getFirst();
      Commit second =
          scene.repository.commit(
              "net",
              Map.of("data-models/sales.json", model("Sales", NET + "[Amount] - [Tax]\" }")));
      AtomicBoolean edited = new AtomicBoolean();
      scene.sandbox.intercept(
          Request.matching("PUT", "/v2/dataModels/{id}/spec"),
          Interception.before(
              new Effect.Run(() -> {
                if (!edited.getAndSet(true)) {
                  scene.sandbox.person().changeFormula(id, "Sales", "Tax", "[Amount] * 0.25");
                }
              })));
      Conclusion conclusion =
          run(
              scene,
              "The write names the version that was planned against, and Sigma has moved on. Nothing"
                  + " is overwritten.",
              push(first, second));
      assertThat(conclusion).isEqualTo(new Conclusion.Stopped(FailureReason.CONFLICT));
      assertThat(scene.sandbox.specText(id)).contains("0.25").doesNotContain("Net");
      Conclusion next =
          run(
              scene,
              "Running again shows what the edit was, and leaves the decision to people.",
              new Event.Dispatch("main"));
      assertThat(next).isEqualTo(new Conclusion.Stopped(FailureReason.DRIFT));
      assertThat(scene.sandbox.specText(id)).contains("0.25");
    }
  }

  private void halfOfThemFail() {
    try (Scene scene = scene("half", IdMode.KEEP)) {
      told.append("## Half of the models fail, and the next run does the rest\n\n");
      Map<String, String> files = new TreeMap<>();
      files.put("sigma-dm.yml", Scene.CONFIGURATION);
      for (String name : new String[] {"North", "South", "East", "West"}) {
        files.put("data-models/" + name + ".json", model(name, ""));
      }
      Commit first = scene.repository.commit("first", files);
      var trouble =
          scene.sandbox.intercept(
              request ->
                  request.path().equals("/v2/dataModels/spec")
                      && (request.body().contains("North") || request.body().contains("East")),
              Interception.before(
                  new Effect.Answer(
                      Response.text(
                          403,
                          "application/json",
                          "{\"message\":\"You may not create here\",\"code\":\"forbidden\",\"requestId\":\"r-1\"}"))));
      Conclusion conclusion =
          run(
              scene,
              "The permission to create is missing for two of four. The others are deployed and"
                  + " recorded.",
              push(Scene.NOTHING, first));
      assertThat(conclusion.exitCode()).isEqualTo(4);
      assertThat(scene.sandbox.dataModels()).hasSize(2);
      trouble.close();
      Conclusion next =
          run(
              scene,
              "With the permission there, the next run does the rest.",
              new Event.Dispatch("main"));
      assertThat(next).isEqualTo(new Conclusion.Done());
      assertThat(scene.sandbox.dataModels()).hasSize(4);
      assertThat(scene.outputs).containsEntry("creates", "2").containsEntry("unchanged", "2");
    }
  }

  private void aJobThatIsCancelled() {
    try (Scene scene = scene("cancelled", IdMode.REMAP)) {
      told.append("## The job is cancelled while it deploys\n\n");
      Map<String, String> files = new TreeMap<>();
      files.put("sigma-dm.yml", Scene.CONFIGURATION);
      for (String name : new String[] {"East", "North"}) {
        files.put("data-models/" + name + ".json", model(name, ""));
      }
      Commit first = scene.repository.commit("first", files);
      scene.stoppedBy(
          new Cancellation() {
            @Override
            public boolean isRequested() {
              return scene.sandbox.requests().writes() > 0;
            }

            @Override
            public void writingBegins() {}
          });
      Conclusion conclusion =
          run(
              scene,
              "The model that is being written is finished, read back and recorded; the others are"
                  + " not begun.",
              push(Scene.NOTHING, first));
      assertThat(conclusion.exitCode()).isEqualTo(4);
      assertThat(scene.sandbox.dataModels()).hasSize(1);
      scene.stoppedBy(Cancellation.NEVER);
      Conclusion next = run(scene, "The next run does the rest.", new Event.Dispatch("main"));
      assertThat(next).isEqualTo(new Conclusion.Done());
      assertThat(scene.sandbox.dataModels()).hasSize(2);
      assertThat(scene.outputs).containsEntry("creates", "1").containsEntry("unchanged", "1");
    }
  }

  @Test
  void theDocumentTellsThemAsTheyGo() throws IOException {
    told.append(
        """
        # Stories

        What a deploy does when things go wrong: the logs of real runs of this program against its
        stand-in for Sigma. A test runs them, and fails where this page says something else.

        """);
    aFormulaThatBreaks();
    anEditAtTheWorstMoment();
    aJobThatIsCancelled();
    halfOfThemFail();

    String document = told.toString().stripTrailing() + "\n";
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(DOCUMENT, document);
    }
    assertThat(Files.readString(DOCUMENT)).isEqualTo(document);
  }
}
