package io.github.sigmadm.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.sigmadm.config.Policy;
import io.github.sigmadm.core.Commit;
import io.github.sigmadm.core.DataModelId;
import io.github.sigmadm.core.FolderId;
import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.core.Secret;
import io.github.sigmadm.flow.Credentials;
import io.github.sigmadm.flow.Event;
import io.github.sigmadm.flow.LiveModels;
import io.github.sigmadm.http.Secrets;
import io.github.sigmadm.match.ForeignIds;
import io.github.sigmadm.match.ForeignIds.OtherModel;
import io.github.sigmadm.match.LiveIdentity;
import io.github.sigmadm.match.LiveIds;
import io.github.sigmadm.match.LiveModel;
import io.github.sigmadm.match.Matcher;
import io.github.sigmadm.match.ReadBack;
import io.github.sigmadm.plan.Base;
import io.github.sigmadm.plan.Change;
import io.github.sigmadm.plan.ModelPlan;
import io.github.sigmadm.plan.PlanInput;
import io.github.sigmadm.plan.Planner;
import io.github.sigmadm.plan.Side;
import io.github.sigmadm.render.Conclusion;
import io.github.sigmadm.resolve.ModelLink;
import io.github.sigmadm.resolve.Resolution;
import io.github.sigmadm.resolve.ResolvedSpec;
import io.github.sigmadm.resolve.Resolver;
import io.github.sigmadm.resolve.Surroundings;
import io.github.sigmadm.sandbox.Sandbox;
import io.github.sigmadm.sandbox.options.IdMode;
import io.github.sigmadm.spec.DataModel;
import io.github.sigmadm.spec.IdMap;
import io.github.sigmadm.spec.ScopedId;
import io.github.sigmadm.testing.EditChain;
import io.github.sigmadm.testing.Renumbering;
import io.github.sigmadm.testing.SharedMaterial;
import io.github.sigmadm.testing.Specs;
import io.github.sigmadm.tree.Node.TextNode;
import io.github.sigmadm.tree.TreeWriter;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The specs that lie beside the project, each edited twenty times and deployed after each edit:
/// every thing that stays keeps the id that it had first, and the plan names the edit and nothing
/// else.
final class EditChainTest {

  private static final int EDITS = 20;

  /// How one example refers to another.
  private static final String STAR_SCHEMA = "9d2f6b18-4c3a-4e57-8b90-6a1e5d7c2f34";

  @TempDir private Path folder;

  @ParameterizedTest(name = "{0}, ids {1}")
  @CsvSource({"sigma/examples, REMAP", "sigma/examples, KEEP", "corpus, REMAP", "corpus, KEEP"})
  void everySurvivorKeepsItsFirstIdAndThePlanNamesExactlyTheEdit(String material, IdMode ids)
      throws IOException {
    Map<RepositoryPath, DataModel> files = files(material);
    assumeFalse(files.isEmpty(), () -> "../shared/" + material + " is not on this machine");
    try (Scene scene = new Scene(folder, ids)) {
      Map<String, String> texts = new LinkedHashMap<>();
      texts.put("sigma-dm.yml", Scene.CONFIGURATION);
      files.forEach((path, model) -> texts.put(path.value(), TreeWriter.pretty(model.node())));
      Commit first = scene.repository.commit("specs", texts);
      assertThat(scene.execute(new Event.Push("main", Scene.NOTHING, first)))
          .as(() -> String.join("\n", scene.lines))
          .isEqualTo(new Conclusion.Done());
      try (SigmaConnections sigma = new SigmaConnections(new Secrets(), scene.announcer())) {
        LiveModels live =
            sigma
                .connect(
                    URI.create(scene.sandbox.baseUrl()),
                    new Credentials(
                        new Secret(scene.sandbox.options().credentials().clientId()),
                        new Secret(scene.sandbox.options().credentials().clientSecret())),
                    1)
                .models();
        Estate estate = new Estate(files, live, scene.sandbox);
        files.keySet().forEach(estate::adopt);
        int seed = 0;
        for (RepositoryPath path : files.keySet()) {
          // one of the corpus has nothing in it that could be edited
          if (Optional.ofNullable(files.get(path)).orElseThrow().tables().findAny().isPresent()) {
            estate.edit(path, new EditChain(seed++, others(files, path)));
            estate.giveTheFileOtherIds(path);
          }
        }
        assertThat(estate.made)
            .contains(
                "column.renamed",
                "column.changed",
                "order.changed",
                "column.added",
                "column.removed",
                "column.renamed, column.renamed",
                "folder.added",
                "folder.changed",
                "element.renamed",
                "element.moved");
      }
    }
  }

  private static List<DataModel> others(Map<RepositoryPath, DataModel> files, RepositoryPath path) {
    return files.entrySet().stream()
        .filter(entry -> !entry.getKey().equals(path))
        .map(Map.Entry::getValue)
        .toList();
  }

  private static Map<RepositoryPath, DataModel> files(String material) throws IOException {
    Map<RepositoryPath, DataModel> files = new TreeMap<>();
    for (Path spec : SharedMaterial.specs(material)) {
      // the first holds placeholders, and the last is another one's twin in YAML
      if (!spec.getFileName().toString().matches("(01|10)-.*")) {
        files.put(
            new RepositoryPath("data-models/" + spec.getFileName()),
            DataModel.of(
                Specs.parse(
                    Files.readString(spec)
                        .replace(
                            STAR_SCHEMA + "\",\n              \"controlId",
                            "${model:data-models/07-controls-filters-rls.json}"
                                + "\",\n              \"controlId")
                        .replace(STAR_SCHEMA, "${model:data-models/02-star-schema.json}"))));
      }
    }
    return files;
  }

  /// The models as they are deployed, and what is remembered of each.
  private static final class Estate {

    private final Map<RepositoryPath, DataModel> files;
    private final LiveModels live;
    private final Sandbox sandbox;
    private final Map<RepositoryPath, DataModelId> models = new HashMap<>();
    private final Map<RepositoryPath, IdMap> ids = new HashMap<>();
    private final Map<RepositoryPath, LiveModel> left = new HashMap<>();
    private final Set<String> made = new TreeSet<>();

    Estate(Map<RepositoryPath, DataModel> files, LiveModels live, Sandbox sandbox) {
      this.files = new TreeMap<>(files);
      this.sandbox = sandbox;
      this.live = live;
    }

    /// Remembers a model as the first deploy left it.
    void adopt(RepositoryPath path) {
      ResolvedSpec spec = resolved(path);
      DataModelId id = new DataModelId(sandbox.dataModelsNamed(spec.name()).getFirst());
      LiveModel model = read(id);
      models.put(path, id);
      ids.put(path, Matcher.match(bound(spec), model.content(), IdMap.EMPTY).ids());
      left.put(path, model);
    }

    void edit(RepositoryPath path, EditChain chain) {
      IdMap first = Optional.ofNullable(ids.get(path)).orElseThrow();
      Map<ScopedId, String> firstIds = new HashMap<>(first.live());
      for (int i = 0; i < EDITS; i++) {
        DataModel file = Optional.ofNullable(files.get(path)).orElseThrow();
        EditChain.Step step = chain.next(file);
        files.put(path, step.applyTo(file));
        made.add(
            step.changes().stream()
                .map(change -> change.substring(0, change.indexOf(' ')))
                .collect(Collectors.joining(", ")));
        String told = path + ", edit " + (i + 1) + ": " + step.name();
        ModelPlan plan = deploy(path);
        assertThat(plan.plannedChanges().stream().map(EditChainTest::line))
            .as(told)
            .containsExactlyInAnyOrderElementsOf(step.changes());
        assertThat(plan.plannedDrift()).as(told).isEmpty();
        assertThat(plan.diagnostics()).as(told).isEmpty();
        IdMap now = Optional.ofNullable(ids.get(path)).orElseThrow();
        firstIds.keySet().retainAll(now.live().keySet());
        assertThat(now.live()).as(told).containsAllEntriesOf(firstIds);
        assertThat(now.live().keySet())
            .as(told)
            .containsExactlyInAnyOrderElementsOf(resolved(path).content().definitions());
        firstIds.putAll(now.live());
      }
    }

    /// A file that was exported anew from another organisation has other ids in every place.
    void giveTheFileOtherIds(RepositoryPath path) {
      LiveModel live = Optional.ofNullable(left.get(path)).orElseThrow();
      DataModel file = bound(resolved(path));
      Renumbering other = Renumbering.fresh(file, 1);
      IdMap known = Optional.ofNullable(ids.get(path)).orElseThrow();
      assertThat(other.ids().then(Matcher.match(other.model(), live.content(), known).ids()).live())
          .as(path.value())
          .isEqualTo(known.live());
    }

    private ModelPlan deploy(RepositoryPath path) {
      ResolvedSpec spec = resolved(path);
      LiveModel before = Optional.ofNullable(left.get(path)).orElseThrow();
      IdMap known = Optional.ofNullable(ids.get(path)).orElseThrow();
      var matching = Matcher.match(bound(spec), before.content(), known);
      ModelPlan plan =
          Planner.plan(
              new PlanInput(
                  spec,
                  new LiveIdentity.Known(before, LiveIdentity.Evidence.STATE),
                  matching,
                  others(),
                  new Base.Deployed(Side.of(before), known),
                  Policy.Drift.BLOCK,
                  List.of()));
      if (plan instanceof ModelPlan.Update update) {
        live.update(before.id(), before.version(), update.content());
        LiveModel after = read(before.id());
        LiveIds sent = LiveIds.rewrite(bound(spec), matching);
        ReadBack back = ReadBack.of(sent, Optional.of(before.content()), after.content());
        assertThat(back.replaced()).isEmpty();
        ids.put(path, back.ids());
        left.put(path, after);
      }
      return plan;
    }

    /// What is live, without asking over the network.
    private LiveModel read(DataModelId id) {
      DataModel content = DataModel.of(Specs.parse(sandbox.specText(id.value())));
      return new LiveModel(
          id,
          content.name().orElseThrow().value(),
          new FolderId(Sandbox.PRODUCTION_FOLDER),
          content.description().map(TextNode::value),
          Optional.empty(),
          sandbox.latestVersion(id.value()),
          content);
    }

    private ResolvedSpec resolved(RepositoryPath path) {
      Map<String, RepositoryPath> exported = new HashMap<>();
      files.forEach(
          (other, model) -> model.dataModelId().ifPresent(id -> exported.put(id.value(), other)));
      Resolution resolution =
          Resolver.resolve(
              path,
              Optional.ofNullable(files.get(path)).orElseThrow(),
              new Surroundings(
                  Map.of(),
                  Map.of(),
                  Optional.of(new FolderId(Sandbox.PRODUCTION_FOLDER)),
                  exported,
                  files.keySet()));
      return ((Resolution.Resolved) resolution).spec();
    }

    private Map<RepositoryPath, OtherModel> others() {
      Map<RepositoryPath, OtherModel> others = new HashMap<>();
      models.forEach((path, id) ->
          others.put(
              path, new OtherModel(id, Optional.ofNullable(ids.get(path)).orElse(IdMap.EMPTY))));
      return others;
    }

    private DataModel bound(ResolvedSpec spec) {
      return ForeignIds.rewrite(
          spec.content(), text -> ModelLink.target(text).map(path -> others().get(path)));
    }
  }

  private static String line(Change change) {
    return change.kind() + " " + change.subject();
  }
}
