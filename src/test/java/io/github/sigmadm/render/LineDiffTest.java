package io.github.sigmadm.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Differences are shown with as much around them as is needed to find them.
final class LineDiffTest {

  private static final LineDiff.Limits LIMITS = new LineDiff.Limits(1, 20, 40);

  @Test
  void singleLinesAreAPair() {
    assertThat(diff("Sum([A])", "Sum([B])")).isEqualTo("-Sum([A])\n+Sum([B])");
  }

  @Test
  void linesThatStayAreLeftOutBeyondTheContext() {
    assertThat(diff("a\nb\nc\nd\ne\nf\ng", "a\nb\nc\nX\ne\nf\ng"))
        .isEqualTo("@2 unchanged lines\n c\n-d\n+X\n e\n@2 unchanged lines");
  }

  @Test
  void changesNearEachOtherShareTheirContext() {
    assertThat(diff("a\nb\nc\nd", "X\nb\nY\nd")).isEqualTo("-a\n+X\n b\n-c\n+Y\n d");
  }

  @Test
  void aTextThatComesOrGoesIsAddedOrRemovedAsAWhole() {
    assertThat(LineDiff.of(Optional.empty(), Optional.of("a\nb"), LIMITS).lines())
        .containsExactly(
            new LineDiff.Line(LineDiff.Mark.ADDED, "a"),
            new LineDiff.Line(LineDiff.Mark.ADDED, "b"));
    assertThat(LineDiff.of(Optional.of("a"), Optional.empty(), LIMITS).lines())
        .containsExactly(new LineDiff.Line(LineDiff.Mark.REMOVED, "a"));
  }

  @Test
  void manyLinesAreCutAndCounted() {
    String added = IntStream.range(0, 50).mapToObj(i -> "x" + i).collect(Collectors.joining("\n"));
    LineDiff diff = LineDiff.of(Optional.empty(), Optional.of(added), LIMITS);
    assertThat(diff.lines()).hasSize(20);
    assertThat(diff.lines().getLast())
        .isEqualTo(new LineDiff.Line(LineDiff.Mark.GAP, "31 more lines"));
  }

  @Test
  void ofLongLinesThePartThatDiffersIsShown() {
    String start = "a".repeat(100);
    String end = "z".repeat(100);
    assertThat(diff(start + "[Old]" + end, start + "[New]" + end))
        .isEqualTo("-…aaaaaaaaa[Old]zzzzzzzzz…\n+…aaaaaaaaa[New]zzzzzzzzz…");
    assertThat(diff("😀".repeat(40) + "a", "😀".repeat(40) + "b"))
        .isEqualTo("-…" + "😀".repeat(5) + "a\n+…" + "😀".repeat(5) + "b");
  }

  @Test
  void ofLongLinesAmongSeveralTheBeginningIsShown() {
    assertThat(diff("a\n" + "b".repeat(60), "a\n" + "c".repeat(60)))
        .isEqualTo(" a\n-" + "b".repeat(39) + "…\n+" + "c".repeat(39) + "…");
  }

  @Test
  void hugeTextsAreTakenAsReplaced() {
    String old = "a\n".repeat(3_000) + "b";
    String now = "a\n".repeat(3_000) + "c";
    LineDiff diff =
        LineDiff.of(
            Optional.of(old), Optional.of(now), new LineDiff.Limits(1, Integer.MAX_VALUE, 40));
    assertThat(diff.lines()).hasSize(6_002);
  }

  private static String diff(String before, String after) {
    return LineDiff.of(Optional.of(before), Optional.of(after), LIMITS).lines().stream()
        .map(line -> line.mark().sign() + line.text())
        .collect(Collectors.joining("\n"));
  }
}
