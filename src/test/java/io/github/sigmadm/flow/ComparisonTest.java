package io.github.sigmadm.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sigmadm.core.Commit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class ComparisonTest {

  private static final Commit FORK = commit('0' + 1);
  private static final Commit TIP = commit('0' + 2);
  private static final Commit NEWER_TIP = commit('0' + 3);
  private static final Commit HEAD = commit('0' + 4);
  private static final Commit MERGE = commit('0' + 5);
  private static final Commit NONE = commit('0');

  private static final Event.PullRequest REQUEST =
      new Event.PullRequest(7, "opened", "main", TIP, HEAD, false);

  private final Known history =
      new Known(
          Map.of(
              FORK, List.of(),
              TIP, List.of(FORK),
              NEWER_TIP, List.of(TIP),
              HEAD, List.of(FORK),
              MERGE, List.of(NEWER_TIP, HEAD)),
          Optional.of(FORK));

  @Test
  void comparesAMergeWithTheBranchThatItWasMadeOn() {
    assertThat(Comparison.of(REQUEST, MERGE, history))
        .isEqualTo(new Comparison(MERGE, Optional.of(NEWER_TIP), NEWER_TIP, Optional.empty()));
  }

  @Test
  void comparesAPullRequestsOwnTipWithItsMergeBaseAndTrustsTheBranch() {
    assertThat(Comparison.of(REQUEST, HEAD, history))
        .isEqualTo(new Comparison(HEAD, Optional.of(FORK), TIP, Optional.empty()));
  }

  @Test
  void looksAtThePullRequestWhateverElseIsCheckedOut() {
    Comparison expected = new Comparison(HEAD, Optional.of(FORK), TIP, Optional.empty());
    assertThat(Comparison.of(REQUEST, TIP, history)).isEqualTo(expected);
    Known another = new Known(Map.of(MERGE, List.of(TIP, NEWER_TIP)), Optional.of(FORK));
    assertThat(Comparison.of(REQUEST, MERGE, another)).isEqualTo(expected);
    Known octopus = new Known(Map.of(MERGE, List.of(TIP, NEWER_TIP, HEAD)), Optional.of(FORK));
    assertThat(Comparison.of(REQUEST, MERGE, octopus)).isEqualTo(expected);
  }

  /// A merge commit that the author of a pull request made is the head, and its first parent is
  /// theirs.
  @Test
  void doesNotTrustAMergeThatThePullRequestBrings() {
    Event.PullRequest request = new Event.PullRequest(7, "opened", "main", TIP, MERGE, true);
    Comparison comparison = Comparison.of(request, MERGE, history);
    assertThat(comparison.trusted()).isEqualTo(TIP);
  }

  @Test
  void comparesUnrelatedHistoriesWithTheBranchAndSaysSo() {
    Comparison comparison =
        Comparison.of(REQUEST, HEAD, new Known(history.parents, Optional.empty()));
    assertThat(comparison.base()).contains(TIP);
    assertThat(comparison.notice().orElseThrow()).contains("no commit in common");
  }

  @Test
  void comparesAMergeGroupAndAPushWithWhatWasBefore() {
    assertThat(
            Comparison.of(
                new Event.MergeGroup("main", TIP, MERGE, OptionalInt.empty()), MERGE, history))
        .isEqualTo(new Comparison(MERGE, Optional.of(TIP), TIP, Optional.empty()));
    assertThat(Comparison.of(new Event.Push("main", TIP, NEWER_TIP), NEWER_TIP, history))
        .isEqualTo(new Comparison(NEWER_TIP, Optional.of(TIP), NEWER_TIP, Optional.empty()));
  }

  @Test
  void takesEverySpecOfANewBranchAndOfOneWhosePastIsGone() {
    assertThat(Comparison.of(new Event.Push("main", NONE, TIP), TIP, history))
        .isEqualTo(new Comparison(TIP, Optional.empty(), TIP, Optional.empty()));
    Comparison forced = Comparison.of(new Event.Push("main", commit('9'), TIP), TIP, history);
    assertThat(forced.base()).isEmpty();
    assertThat(forced.notice().orElseThrow()).contains("9999999999").contains("force push");
  }

  @Test
  void takesEverySpecWhenNothingTriggeredTheRunButAPersonOrTheClock() {
    Comparison everything = new Comparison(TIP, Optional.empty(), TIP, Optional.empty());
    assertThat(Comparison.of(new Event.Schedule("main"), TIP, history)).isEqualTo(everything);
    assertThat(Comparison.of(new Event.Dispatch("main"), TIP, history)).isEqualTo(everything);
    assertThat(Comparison.of(new Event.Other("release", "main"), TIP, history))
        .isEqualTo(everything);
  }

  @Test
  void comparesAPersonsCommitsWithWhereTheyLeftTheBranch() {
    assertThat(Comparison.local(HEAD, Optional.of(NEWER_TIP), history))
        .isEqualTo(new Comparison(HEAD, Optional.of(FORK), HEAD, Optional.empty()));
    assertThat(Comparison.local(HEAD, Optional.empty(), history).base()).isEmpty();
  }

  @Test
  void doesNotGuessWhenTheMergeBaseCannotBeFoundOut() {
    Ancestry blind =
        new Ancestry() {
          @Override
          public List<Commit> parents(Commit commit) {
            return List.of();
          }

          @Override
          public Optional<Commit> mergeBase(Commit one, Commit other) {
            throw new Trouble.CommitMissing("cut off", null);
          }
        };
    assertThatThrownBy(() -> Comparison.of(REQUEST, HEAD, blind))
        .isInstanceOf(Trouble.CommitMissing.class);
  }

  private record Known(Map<Commit, List<Commit>> parents, Optional<Commit> base)
      implements Ancestry {
    @Override
    public List<Commit> parents(Commit commit) {
      List<Commit> known = parents.get(commit);
      if (known == null) {
        throw new Trouble.CommitMissing("no " + commit, null);
      }
      return known;
    }

    @Override
    public Optional<Commit> mergeBase(Commit one, Commit other) {
      return base;
    }
  }

  private static Commit commit(int digit) {
    return new Commit(Character.toString(digit).repeat(40));
  }
}
