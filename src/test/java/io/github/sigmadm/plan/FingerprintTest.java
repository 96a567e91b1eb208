package io.github.sigmadm.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sigmadm.core.DataModelId;
import io.github.sigmadm.core.FolderId;
import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.match.LiveModel;
import io.github.sigmadm.spec.DataModel;
import io.github.sigmadm.spec.IdMap;
import io.github.sigmadm.testing.Specs;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class FingerprintTest {

  private static final FolderId FOLDER = new FolderId("folder");

  @Test
  void theOrderOfTheModelsDoesNotMatter() {
    ModelPlan one = create("a.json", "x");
    ModelPlan two = update("b.json", live("Orders", "y", 7), "x", FileChange.NONE);
    assertThat(Fingerprint.of(List.of(one, two))).isEqualTo(Fingerprint.of(List.of(two, one)));
  }

  @Test
  void modelsToWhichNothingHappensDoNotMatter() {
    ModelPlan one = create("a.json", "x");
    ModelPlan same =
        new ModelPlan.Unchanged(
            new RepositoryPath("b.json"),
            "B",
            new Target.Live(live("B", "x", 1)),
            IdMap.EMPTY,
            List.of(),
            List.of());
    assertThat(Fingerprint.of(List.of(one, same))).isEqualTo(Fingerprint.of(List.of(one)));
  }

  @Test
  void aVersionThatRoseWithoutAChangeDoesNotMatter() {
    assertThat(of(update("b.json", live("Orders", "y", 8), "x", FileChange.NONE)))
        .isEqualTo(of(update("b.json", live("Orders", "y", 7), "x", FileChange.NONE)));
  }

  @Test
  void whatIsWrittenWhereAndOverWhatMatters() {
    FileChange renamed = new FileChange(Optional.of("New"), Optional.empty(), Optional.empty());
    assertThat(
            List.of(
                of(create("a.json", "x")),
                of(create("a.json", "y")),
                of(create("b.json", "x")),
                of(update("a.json", live("Orders", "y", 7), "x", FileChange.NONE)),
                of(update("a.json", live("Orders", "z", 7), "x", FileChange.NONE)),
                of(update("a.json", live("Others", "y", 7), "x", FileChange.NONE)),
                of(update("a.json", live("Orders", "y", 7), "z", FileChange.NONE)),
                of(update("a.json", live("Orders", "y", 7), "x", renamed))))
        .doesNotHaveDuplicates()
        .allMatch(text -> text.matches("[0-9a-f]{64}"));
  }

  private static String of(ModelPlan model) {
    return Fingerprint.of(List.of(model));
  }

  private static ModelPlan create(String path, String content) {
    return new ModelPlan.Create(
        new RepositoryPath(path),
        "Orders",
        Optional.of(FOLDER),
        model(content),
        List.of(),
        List.of(),
        List.of());
  }

  private static ModelPlan update(String path, LiveModel live, String content, FileChange file) {
    return new ModelPlan.Update(
        new RepositoryPath(path),
        "Orders",
        new Target.Live(live),
        model(content),
        SigmaAdditions.NONE,
        true,
        file,
        IdMap.EMPTY,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static LiveModel live(String name, String content, long version) {
    return new LiveModel(
        new DataModelId("0983"),
        name,
        FOLDER,
        Optional.empty(),
        Optional.empty(),
        version,
        model(content));
  }

  private static DataModel model(String page) {
    return Specs.model("{'pages':[{'id':'" + page + "','name':'P','elements':[]}]}");
  }
}
