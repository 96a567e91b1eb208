package io.github.sigmadm.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sigmadm.core.Commit;
import io.github.sigmadm.core.DataModelId;
import io.github.sigmadm.core.FolderId;
import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.match.LiveModel;
import io.github.sigmadm.plan.ModelPlan;
import io.github.sigmadm.plan.ModelUse;
import io.github.sigmadm.plan.Plan;
import io.github.sigmadm.plan.Workbook;
import io.github.sigmadm.testing.Specs;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// How far the search for those affected goes, when Sigma is slow, out of reach or large.
final class ImpactScanTest {

  private static final DataModelId SALES = new DataModelId("sales");
  private static final LiveModel LIVE =
      new LiveModel(
          SALES,
          "Sales",
          new FolderId("f"),
          Optional.empty(),
          Optional.empty(),
          3,
          Specs.model("{'schemaVersion': 1, 'pages': []}"));
  private static final Plan DELETION =
      new Plan(
          Optional.empty(),
          new Commit("1".repeat(40)),
          Optional.empty(),
          Optional.empty(),
          List.of(
              new ModelPlan.Delete(
                  new RepositoryPath("sales.json"), "Sales", Optional.of(LIVE), true, List.of())),
          List.of());

  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

  /// So many workbooks, all of which use the model.
  private class Crowd implements Consumers {
    private final int size;

    Crowd(int size) {
      this.size = size;
    }

    @Override
    public List<Workbook> workbooks() {
      return IntStream.range(0, size)
          .mapToObj(i -> new Workbook("w" + i, "Workbook " + i, Optional.empty()))
          .toList();
    }

    @Override
    public List<ModelUse> usesOf(Workbook workbook) {
      asked.add(workbook.id());
      return List.of(new ModelUse(SALES, List.of("e"), false));
    }

    @Override
    public List<ModelUse> usesOf(DataModelId model) {
      return List.of();
    }
  }

  private Plan told(Consumers consumers, int most) {
    return new ImpactScan(new Organisation(models(), warehouse(), consumers), 1, most, now::get)
        .told(DELETION);
  }

  /// No models but the one.
  private static LiveModels models() {
    return (LiveModels)
        Proxy.newProxyInstance(
            LiveModels.class.getClassLoader(),
            new Class<?>[] {LiveModels.class},
            (proxy, method, arguments) -> {
              assertThat(method.getName()).isEqualTo("list");
              return List.of();
            });
  }

  private static Warehouse warehouse() {
    return (Warehouse)
        Proxy.newProxyInstance(
            Warehouse.class.getClassLoader(),
            new Class<?>[] {Warehouse.class},
            (proxy, method, arguments) -> {
              throw new AssertionError("nobody asks the warehouse");
            });
  }

  private static int affected(Plan plan) {
    return plan.models().getFirst().impacted().size();
  }

  @Test
  void aDeletedModelAffectsAllWhoUseIt() {
    Plan plan = told(new Crowd(3), 200);

    assertThat(affected(plan)).isEqualTo(3);
    assertThat(plan.notices())
        .containsExactly(
            "To find who uses what this plan breaks, all 3 workbooks and 0 data models were looked"
                + " at, of those that the credentials see.");
  }

  @Test
  void afterAMinuteItSaysHowFarItCame() {
    Plan plan =
        told(
            new Crowd(100) {
              @Override
              public List<ModelUse> usesOf(Workbook workbook) {
                now.updateAndGet(instant -> instant.plus(Duration.ofSeconds(7)));
                return super.usesOf(workbook);
              }
            },
            200);

    assertThat(affected(plan)).isEqualTo(9);
    assertThat(plan.notices().getFirst())
        .contains("9 of 100 workbooks")
        .endsWith("Who else uses it is not known.");
  }

  @Test
  void aSigmaOutOfReachIsNotAskedAgain() {
    Plan plan =
        told(
            new Crowd(100) {
              @Override
              public List<ModelUse> usesOf(Workbook workbook) {
                super.usesOf(workbook);
                if (asked.size() > 4) {
                  throw new Trouble.Unreachable("Sigma is down.", null);
                }
                return List.of(new ModelUse(SALES, List.of("e"), false));
              }
            },
            200);

    assertThat(asked).hasSize(5);
    assertThat(affected(plan)).isEqualTo(4);
    assertThat(plan.notices().getFirst())
        .contains("4 of 100 workbooks")
        .endsWith("Who else uses it is not known. Sigma is down.");
  }

  @Test
  void noMoreAreAskedThanTheLimit() {
    Plan plan = told(new Crowd(500), 120);

    assertThat(asked).hasSize(120);
    assertThat(plan.notices().getFirst()).contains("120 of 500 workbooks").contains("limit of 120");
  }
}
