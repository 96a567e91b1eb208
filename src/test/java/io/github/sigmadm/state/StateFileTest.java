package io.github.sigmadm.state;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sigmadm.core.Commit;
import io.github.sigmadm.core.DataModelId;
import io.github.sigmadm.core.FolderId;
import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.spec.IdKind;
import io.github.sigmadm.spec.IdMap;
import io.github.sigmadm.spec.ScopedId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StateFileTest {

  private static final RepositoryPath ORDERS = new RepositoryPath("data-models/orders.json");
  private static final RepositoryPath BASE = new RepositoryPath("data-models/base.json");

  private static DeployedModel model(IdMap ids) {
    return new DeployedModel(
        new DataModelId("m-1"),
        "Orders",
        new FolderId("f-1"),
        Optional.of("0a1b"),
        new Commit("0123456789012345678901234567890123456789"),
        Optional.of(7L),
        true,
        ids);
  }

  private static IdMap everyKind(boolean reversed) {
    Map<ScopedId, String> live = new LinkedHashMap<>();
    IdKind[] kinds = IdKind.values();
    for (int i = 0; i < kinds.length; i++) {
      IdKind kind = kinds[reversed ? kinds.length - 1 - i : i];
      live.put(
          new ScopedId(
              kind, kind.isWithinElement() ? Optional.of("el") : Optional.empty(), "id-" + kind),
          "live-" + kind);
    }
    return new IdMap(live);
  }

  @Test
  void whatIsWrittenIsReadBack() {
    State state =
        State.EMPTY
            .with(ORDERS, model(everyKind(false)))
            .with(
                BASE,
                new DeployedModel(
                    new DataModelId("m-2"),
                    "Base",
                    new FolderId("f-1"),
                    Optional.empty(),
                    new Commit("0123456789012345678901234567890123456789"),
                    Optional.empty(),
                    false,
                    IdMap.EMPTY))
            .at(new Commit("9876543210987654321098765432109876543210"));

    assertThat(StateFile.read(StateFile.write(state))).isEqualTo(new StateFile.Result.Known(state));
  }

  @Test
  void theOrderInWhichIdsWereFoundDoesNotShow() {
    assertThat(StateFile.write(State.EMPTY.with(ORDERS, model(everyKind(false)))))
        .isEqualTo(StateFile.write(State.EMPTY.with(ORDERS, model(everyKind(true)))));
  }

  @Test
  void aFileThatMovesTakesItsModelAlong() {
    State state = State.EMPTY.with(ORDERS, model(IdMap.EMPTY)).moved(ORDERS, BASE);

    assertThat(state.of(ORDERS)).isEmpty();
    assertThat(state.pathOf(new DataModelId("m-1"))).contains(BASE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{",
        "{\"models\":{}}",
        "{\"version\":2,\"models\":{}}",
        "{\"version\":1}",
        "{\"version\":1,\"models\":{\"a.json\":3}}",
        "{\"version\":1,\"models\":{\"../a.json\":{}}}",
        "{\"version\":1,\"models\":{\"a.json\":{\"dataModelId\":\"x\"}}}"
      })
  void aStateThatCannotBeTrustedIsNotTakenForAnEmptyOne(String text) {
    assertThat(StateFile.read(text.getBytes(UTF_8))).isInstanceOf(StateFile.Result.Unusable.class);
  }
}
