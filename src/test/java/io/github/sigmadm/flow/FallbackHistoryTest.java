package io.github.sigmadm.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sigmadm.core.Commit;
import io.github.sigmadm.core.RepositoryPath;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class FallbackHistoryTest {

  private static final Commit HERE = new Commit("1".repeat(40));
  private static final Commit THERE = new Commit("2".repeat(40));
  private static final Commit NOWHERE = new Commit("3".repeat(40));

  private final History history =
      new FallbackHistory(
          new Fixed("checkout", Map.of(HERE, "here")),
          new Fixed("service", Map.of(HERE, "elsewhere", THERE, "there")));

  @Test
  void asksTheSecondOnlyForWhatTheFirstLacks() {
    assertThat(history.files(HERE)).containsExactly(new RepositoryPath("here"));
    assertThat(history.files(THERE)).containsExactly(new RepositoryPath("there"));
    assertThat(history.changes(HERE, THERE)).isEmpty();
    assertThat(history.read(THERE, new RepositoryPath("there"))).isPresent();
  }

  @Test
  void tellsTheFirstOnesTrouble() {
    assertThatThrownBy(() -> history.files(NOWHERE))
        .isInstanceOf(Trouble.CommitMissing.class)
        .hasMessage("checkout has no " + NOWHERE);
  }

  private record Fixed(String name, Map<Commit, String> commits) implements History {
    @Override
    public List<RepositoryPath> files(Commit commit) {
      String file = commits.get(commit);
      if (file == null) {
        throw new Trouble.CommitMissing(name + " has no " + commit, null);
      }
      return List.of(new RepositoryPath(file));
    }

    @Override
    public Optional<byte[]> read(Commit commit, RepositoryPath path) {
      return files(commit).stream().findFirst().map(file -> new byte[0]);
    }

    @Override
    public List<ChangedFile> changes(Commit from, Commit to) {
      files(from);
      files(to);
      return List.of();
    }
  }
}
