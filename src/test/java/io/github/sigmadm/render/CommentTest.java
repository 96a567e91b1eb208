package io.github.sigmadm.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.longs;

import io.github.sigmadm.core.Diagnostic;
import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.plan.ChangeSeverity;
import io.github.sigmadm.plan.FileChange;
import io.github.sigmadm.plan.ModelPlan;
import io.github.sigmadm.plan.Plan;
import io.github.sigmadm.plan.SigmaAdditions;
import io.github.sigmadm.plan.Target;
import io.github.sigmadm.plan.Thing;
import io.github.sigmadm.plan.What;
import io.github.sigmadm.spec.IdMap;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.junit.jupiter.api.Test;

/// A comment is always whole, always short enough, and only ever ours.
final class CommentTest {

  private static final Occasion OCCASION = Samples.occasion(Occasion.Kind.PLAN);

  /// The only HTML that we write.
  private static final Pattern OURS =
      Pattern.compile(
          "(?:<!-- [^<>]* -->|<details(?: open)?>|</details>|<summary>.*</summary>|</?code>|<br>|</?sub>|\\s)*");

  private static final Pattern LIVE =
      Pattern.compile("@[A-Za-z0-9]|#[0-9]|(?i:\\bGH-[0-9])|://|(?i:www\\.[a-z])");

  @Test
  void anyPlanOfAnySizeStaysWithinAnyLimitAndInBalance() {
    qt().withExamples(300)
        .forAll(longs().all(), integers().between(1, 30), integers().between(1_500, 40_000))
        .checkAssert((seed, size, limit) -> sound(Matter.of(HostilePlans.any(seed, size)), limit));
  }

  @Test
  void anyReportOfAnySizeStaysWithinAnyLimitAndInBalance() {
    qt().withExamples(200)
        .forAll(longs().all(), integers().between(1, 30), integers().between(1_500, 40_000))
        .checkAssert(
            (seed, size, limit) -> sound(Matter.of(HostilePlans.anyReport(seed, size)), limit));
  }

  private static void sound(Matter matter, int limit) {
    String comment = Comment.of(matter, OCCASION, new Document.Limit(limit, String::length));
    assertThat(comment.length()).isLessThanOrEqualTo(limit);
    assertThat(comment).startsWith(Marker.of(matter.plan()).text() + "### ").endsWith("</sub>\n");
    Node document = Reader.read(comment);
    folds(document);
    assertThat(Reader.below(document, FencedCodeBlock.class))
        .allMatch(fence -> fence.getClosingFenceLength() != null)
        .allMatch(fence -> List.of("diff", "mermaid").contains(fence.getInfo()));
    assertThat(Reader.below(document, Heading.class)).hasSize(1);
    assertThat(Reader.below(document, Image.class)).isEmpty();
    assertThat(Reader.below(document, LinkReferenceDefinition.class)).isEmpty();
    assertThat(Reader.below(document, HtmlInline.class))
        .allMatch(html -> OURS.matcher(html.getLiteral()).matches());
    assertThat(Reader.below(document, HtmlBlock.class))
        .allMatch(html -> OURS.matcher(html.getLiteral()).matches(), "our HTML");
    assertThat(Reader.below(document, Text.class))
        .noneMatch(text -> LIVE.matcher(text.getLiteral()).find());
    assertThat(Reader.below(document, Link.class))
        .allMatch(link -> link.getDestination().matches("https?://[!-~]+"));
  }

  /// Folds are opened and closed at the top, one after the other.
  private static void folds(Node document) {
    int open = 0;
    for (Node node : Reader.below(document)) {
      if (node instanceof HtmlBlock html && html.getLiteral().startsWith("<details")) {
        assertThat(html.getParent()).isSameAs(document);
        assertThat(open++).isZero();
      } else if (node instanceof HtmlBlock html && html.getLiteral().startsWith("</details>")) {
        assertThat(html.getParent()).isSameAs(document);
        assertThat(--open).isZero();
      }
    }
    assertThat(open).isZero();
  }

  @Test
  void aHugePlanFitsIntoACommentAndSaysWhatIsMissing() {
    Plan plan = huge(400);
    String comment = Comment.of(plan, OCCASION);
    assertThat(comment.length()).isBetween(40_000, 65_000);
    assertThat(comment)
        .contains("_Left out for length: ")
        .contains("safe change")
        .contains(
            "[the job summary and the HTML report](https://github.com/acme/data-models/actions/runs/1234567890)");
    assertThat(Summary.of(plan, OCCASION)).doesNotContain("Left out");
  }

  @Test
  void whatMattersLeastGoesFirst() {
    Plan plan = huge(60);
    String whole = Comment.of(Matter.of(plan), OCCASION, limit(10_000_000));
    assertThat(whole).contains("safely").contains("```diff").contains("noticed").contains("broken");
    int size = whole.length();
    String less = Comment.of(Matter.of(plan), OCCASION, limit(size - 1_000));
    assertThat(less).contains("```diff").contains("noticed").contains("broken");
    assertThat(count(less, "safely")).isLessThan(count(whole, "safely"));
    String little = Comment.of(Matter.of(plan), OCCASION, limit(size * 2 / 5));
    assertThat(little).doesNotContain("safely").doesNotContain("```diff").contains("broken");
    assertThat(count(little, "broken")).isEqualTo(count(whole, "broken"));
  }

  @Test
  void theTableIsCutLastAndSaysHowManyMore() {
    Plan plan = huge(500);
    String comment = Comment.of(Matter.of(plan), OCCASION, limit(20_000));
    List<TableRow> rows = Reader.below(Reader.read(comment), TableRow.class);
    int shown = rows.size() - 2;
    assertThat(shown).isBetween(20, 499);
    assertThat(comment).contains("| | and " + (500 - shown) + " more models | | |\n");
    assertThat(comment).doesNotContain("<details");
  }

  @Test
  void ofManyFindingsTheMostImportantAreShownAndTheRestIsCounted() {
    RepositoryPath path = new RepositoryPath("models/m.json");
    List<Diagnostic> findings = new ArrayList<>();
    for (int line = 1; line <= 200; line++) {
      findings.add(
          Diagnostic.error("unknown-name", path, Samples.at(line, 1), "There is no x.", "Add it."));
    }
    findings.add(
        Diagnostic.error(
            "duplicate-id", path, Samples.at(300, 1), "It is there twice.", "Rename."));
    Plan plan = Samples.plan(new ModelPlan.Invalid(path, "M", findings));
    String comment = Comment.of(plan, OCCASION);
    assertThat(comment)
        .contains("It is there twice.")
        .contains(
            "_And 141 more findings: all of them are in [the job summary and the HTML report](");
    assertThat(count(comment, "There is no x.")).isEqualTo(59);
    assertThat(count(Summary.of(plan, OCCASION), "There is no x.")).isEqualTo(200);
    String small = Comment.of(Matter.of(plan), OCCASION, limit(4_000));
    assertThat(small).contains("It is there twice.").contains("more findings | |");
  }

  @Test
  void nothingIsLeftOutWhereAllFits() {
    assertThat(Comment.of(Samples.update(), OCCASION)).doesNotContain("Left out");
  }

  @Test
  void aSummaryIsMeasuredInBytes() {
    Plan plan = huge(60);
    String whole = Summary.of(Matter.of(plan), OCCASION, bytes(10_000_000));
    int size = whole.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
    assertThat(size).isGreaterThan(whole.length());
    assertThat(Summary.of(Matter.of(plan), OCCASION, bytes(size))).isEqualTo(whole);
    assertThat(Summary.of(Matter.of(plan), OCCASION, bytes(size - 1))).contains("Left out");
  }

  private static Document.Limit limit(int size) {
    return new Document.Limit(size, String::length);
  }

  private static Document.Limit bytes(int size) {
    return new Document.Limit(size, Summary.LIMIT.measure());
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }

  /// So many models, each with something of everything.
  private static Plan huge(int models) {
    List<ModelPlan> plans = new ArrayList<>();
    for (int i = 0; i < models; i++) {
      plans.add(
          new ModelPlan.Update(
              new RepositoryPath("models/m" + i + ".json"),
              "Model " + i,
              new Target.Live(Samples.live()),
              Samples.live().content(),
              SigmaAdditions.NONE,
              true,
              FileChange.NONE,
              IdMap.EMPTY,
              List.of(),
              List.of(
                  Samples.change(Thing.FIELD, What.CHANGED, ChangeSeverity.SAFE, "Orders", "safely")
                      .before("a".repeat(60))
                      .after("b".repeat(60))
                      .done(),
                  Samples.change(
                          Thing.COLUMN, What.CHANGED, ChangeSeverity.NOTICE, "Orders", "noticed")
                      .property("formula")
                      .before("Sum([A])")
                      .after("Sum([B])")
                      .done(),
                  Samples.change(
                          Thing.COLUMN, What.REMOVED, ChangeSeverity.BREAKING, "Orders", "broken")
                      .done()),
              List.of(),
              List.of(),
              List.of()));
    }
    return Samples.plan(plans.toArray(ModelPlan[]::new));
  }
}
