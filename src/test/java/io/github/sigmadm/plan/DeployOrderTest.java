package io.github.sigmadm.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sigmadm.core.RepositoryPath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DeployOrderTest {

  @Test
  void aModelComesAfterAllThatItRefersTo() {
    DeployOrder order = order("d b c", "c a", "b a", "a", "e");
    assertThat(text(order.layers())).containsExactly("[a, e]", "[b, c]", "[d]");
    assertThat(order.inCycles()).isEmpty();
  }

  @Test
  void whatIsNotDeployedIsThereAlready() {
    assertThat(text(order("a elsewhere").layers())).containsExactly("[a]");
  }

  @Test
  void circlesHoldUpWhatRefersToThem() {
    DeployOrder order = order("a b", "b c", "c a", "d a", "e", "f f");
    assertThat(text(order.layers())).containsExactly("[e]");
    assertThat(order.inCycles())
        .extracting(RepositoryPath::value)
        .containsExactly("a", "b", "c", "d", "f");
  }

  private static DeployOrder order(String... models) {
    Map<RepositoryPath, Collection<RepositoryPath>> dependsOn = new LinkedHashMap<>();
    for (String model : models) {
      List<RepositoryPath> paths =
          new ArrayList<>(List.of(model.split(" ", -1)).stream().map(RepositoryPath::new).toList());
      dependsOn.put(paths.removeFirst(), paths);
    }
    return DeployOrder.of(dependsOn);
  }

  private static List<String> text(List<List<RepositoryPath>> lists) {
    return lists.stream().map(Object::toString).toList();
  }
}
