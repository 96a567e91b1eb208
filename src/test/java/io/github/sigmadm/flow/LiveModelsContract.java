package io.github.sigmadm.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sigmadm.core.DataModelId;
import io.github.sigmadm.core.FolderId;
import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.match.LiveEntry;
import io.github.sigmadm.match.LiveModel;
import io.github.sigmadm.plan.FileChange;
import io.github.sigmadm.spec.Column;
import io.github.sigmadm.spec.DataModel;
import io.github.sigmadm.tree.Node.ObjectNode;
import io.github.sigmadm.tree.TreeReader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// What every implementation of [LiveModels] keeps to. Sub-classes bring one, and the world that it
/// speaks to.
public abstract class LiveModelsContract {

  /// The organisation that the models live in.
  public interface World {

    LiveModels models();

    FolderId folder();

    FolderId otherFolder();

    /// Someone else saves a new version.
    void edit(DataModelId id);

    /// Someone else deletes a model.
    void delete(DataModelId id);

    /// The next write is done, and its answer never arrives.
    void loseTheNextAnswer();

    /// The next write never arrives.
    void loseTheNextWrite();

    /// How many models of a name there are.
    int named(String name);
  }

  /// A world without models, one for the test.
  protected abstract World world();

  /// The bytes of a model with one table and these formulas.
  private static DataModel content(String... formulas) {
    StringBuilder columns = new StringBuilder();
    for (int i = 0; i < formulas.length; i++) {
      columns
          .append(i == 0 ? "" : ", ")
          .append("{\"id\": \"column-%d\", \"formula\": \"%s\"}".formatted(i, formulas[i]));
    }
    String text =
        """
        {"name": "Ignored", "schemaVersion": 1, "documentVersion": 99, "pages": [
          {"id": "page", "name": "Page 1", "elements": [
            {"id": "orders", "kind": "table", "columns": [%s],
             "source": {"kind": "warehouse-table", "path": ["SHOP", "SALES", "ORDERS"],
                        "connectionId": "7c9e6679-7425-40de-944b-e07fc1f90ae7"}}]}]}
        """
            .formatted(columns);
    return DataModel.of(
        (ObjectNode)
            TreeReader.readJson(
                    new RepositoryPath("orders.json"), text.getBytes(StandardCharsets.UTF_8))
                .sound()
                .orElseThrow());
  }

  private static final DataModel CONTENT = content("[ORDERS/Order Id]", "[ORDERS/Amount]");

  private static DataModelId create(World world, String name) {
    return world.models().create(name, world.folder(), Optional.of("All of them"), CONTENT);
  }

  private static LiveModel read(World world, DataModelId id) {
    return world.models().read(id).orElseThrow();
  }

  private static List<String> formulas(LiveModel model) {
    return model
        .content()
        .tables()
        .flatMap(table -> table.columns().stream())
        .map(Column::formula)
        .flatMap(Optional::stream)
        .map(text -> text.value())
        .toList();
  }

  @Test
  void whatIsMadeIsListedAndRead() {
    World world = world();
    DataModelId id = create(world, "Orders");

    LiveModel model = read(world, id);

    assertThat(model.id()).isEqualTo(id);
    assertThat(model.name()).isEqualTo("Orders");
    assertThat(model.folder()).isEqualTo(world.folder());
    assertThat(model.description()).contains("All of them");
    assertThat(formulas(model)).containsExactly("[ORDERS/Order Id]", "[ORDERS/Amount]");
    assertThat(world.models().list())
        .containsExactly(new LiveEntry(id, "Orders", model.url(), model.version()));
  }

  @Test
  void anUnknownModelIsNotThere() {
    assertThat(world().models().read(new DataModelId("0f0f0f0f-0000-4000-8000-000000000000")))
        .isEmpty();
  }

  @Test
  void aDeletedModelIsNeitherListedNorRead() {
    World world = world();
    DataModelId kept = create(world, "Kept");
    DataModelId id = create(world, "Orders");
    world.delete(id);

    assertThat(world.models().list()).extracting(LiveEntry::id).containsExactly(kept);
    assertThat(world.models().read(id)).isEmpty();
  }

  @Test
  void anUpdateMakesTheNextVersion() {
    World world = world();
    DataModelId id = create(world, "Orders");
    LiveModel before = read(world, id);

    world.models().update(id, before.version(), content("[ORDERS/Amount] * 2"));

    LiveModel after = read(world, id);
    assertThat(after.version()).isGreaterThan(before.version());
    assertThat(after.name()).isEqualTo("Orders");
    assertThat(formulas(after)).containsExactly("[ORDERS/Amount] * 2");
  }

  @Test
  void anUpdateOfWhatSomeoneElseChangedIsAConflictAndWritesNothing() {
    World world = world();
    DataModelId id = create(world, "Orders");
    long planned = read(world, id).version();
    world.edit(id);
    LiveModel edited = read(world, id);

    assertThatThrownBy(() -> world.models().update(id, planned, content("[ORDERS/Amount] * 2")))
        .isInstanceOf(Trouble.VersionConflict.class);

    assertThat(read(world, id).version()).isEqualTo(edited.version());
    assertThat(formulas(read(world, id))).isEqualTo(formulas(edited));
  }

  @Test
  void aModelIsRenamedMovedAndDescribed() {
    World world = world();
    DataModelId id = create(world, "Orders");

    world
        .models()
        .changeFile(
            id,
            new FileChange(
                Optional.of("All orders"),
                Optional.of(world.otherFolder()),
                Optional.of("Every one")));

    LiveModel after = read(world, id);
    assertThat(after.name()).isEqualTo("All orders");
    assertThat(after.folder()).isEqualTo(world.otherFolder());
    assertThat(after.description()).contains("Every one");
  }

  @Test
  void columnsSayWhetherTheyAreInError() {
    World world = world();
    DataModelId id =
        world
            .models()
            .create(
                "Orders",
                world.folder(),
                Optional.empty(),
                content("[ORDERS/Amount]", "[Nowhere]"));

    assertThat(world.models().columns(id))
        .hasSize(2)
        .extracting(LiveColumn::inError)
        .containsExactly(false, true);
  }

  @Test
  void aModelWhoseMakingWasNotAnsweredIsOneModel() {
    World world = world();
    world.loseTheNextAnswer();

    DataModelId id = create(world, "Orders");

    assertThat(read(world, id).name()).isEqualTo("Orders");
    assertThat(world.named("Orders")).isEqualTo(1);
  }

  @Test
  void aModelWhoseMakingDidNotArriveIsMade() {
    World world = world();
    world.loseTheNextWrite();

    DataModelId id = create(world, "Orders");

    assertThat(read(world, id).name()).isEqualTo("Orders");
    assertThat(world.named("Orders")).isEqualTo(1);
  }

  @Test
  void aModelOfThatNameThatWasThereBeforeIsNotTakenForIt() {
    World world = world();
    DataModelId old = create(world, "Orders");
    world.loseTheNextAnswer();

    DataModelId id = create(world, "Orders");

    assertThat(id).isNotEqualTo(old);
    assertThat(world.named("Orders")).isEqualTo(2);
  }

  @Test
  void anUpdateThatWasNotAnsweredIsDoneOnce() {
    World world = world();
    DataModelId id = create(world, "Orders");
    long planned = read(world, id).version();
    world.loseTheNextAnswer();

    world.models().update(id, planned, content("[ORDERS/ORDER_ID]"));

    assertThat(read(world, id).version()).isEqualTo(planned + 1);
  }

  @Test
  void anUpdateThatDidNotArriveIsDone() {
    World world = world();
    DataModelId id = create(world, "Orders");
    long planned = read(world, id).version();
    world.loseTheNextWrite();

    world.models().update(id, planned, content("[ORDERS/Amount] * 2"));

    assertThat(formulas(read(world, id))).containsExactly("[ORDERS/Amount] * 2");
  }

  @Test
  void manyThreadsMayAsk() throws Exception {
    World world = world();
    DataModelId id = create(world, "Orders");
    Callable<LiveModel> reading = () -> read(world, id);

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<LiveModel> model : threads.invokeAll(Collections.nCopies(20, reading))) {
        assertThat(model.get().name()).isEqualTo("Orders");
      }
    }
  }
}
