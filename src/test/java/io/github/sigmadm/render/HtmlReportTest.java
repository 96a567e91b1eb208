package io.github.sigmadm.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The report is one file that asks for nothing, and nothing in it is anybody else's HTML.
final class HtmlReportTest {

  private static final Pattern TAG =
      Pattern.compile(
          "<(/?)([a-zA-Z!][a-zA-Z0-9]*)((?:\\s+[a-zA-Z-]+(?:=\"[^\"<>]*\")?)*)\\s*(/?)>");

  private static final Set<String> TAGS =
      Set.of(
          "a",
          "b",
          "body",
          "code",
          "dd",
          "defs",
          "div",
          "dl",
          "dt",
          "figcaption",
          "figure",
          "g",
          "h1",
          "h2",
          "h3",
          "head",
          "header",
          "html",
          "li",
          "main",
          "marker",
          "meta",
          "p",
          "path",
          "pre",
          "rect",
          "section",
          "span",
          "style",
          "svg",
          "table",
          "tbody",
          "td",
          "text",
          "th",
          "thead",
          "title",
          "tr",
          "ul");

  private static final Set<String> VOID = Set.of("meta", "path", "rect");

  @Test
  void whateverTheTextsAreTheTagsAreOursAndInBalance() {
    qt().withExamples(200)
        .forAll(longs().all())
        .checkAssert(seed ->
            sound(
                HtmlReport.of(
                    Matter.of(HostilePlans.anyReport(seed, 8)),
                    Samples.occasion(Occasion.Kind.DEPLOY))));
    Samples.all()
        .values()
        .forEach(sample -> sound(HtmlReport.of(sample.matter(), sample.occasion())));
  }

  private static void sound(String html) {
    assertThat(html).startsWith("<!doctype html>\n<html lang=\"en\">\n");
    String rest = html.substring("<!doctype html>".length()).replace(HtmlStyle.CSS, "");
    Deque<String> open = new ArrayDeque<>();
    Matcher tags = TAG.matcher(rest);
    int done = 0;
    while (tags.find()) {
      assertThat(rest.substring(done, tags.start())).doesNotContain("<", ">", "\"");
      done = tags.end();
      String name = tags.group(2);
      assertThat(TAGS).contains(name);
      assertThat(tags.group(3)).doesNotContainPattern("(?i)\\son[a-z]+=|\\ssrc=|\\sstyle=");
      if (tags.group(1).equals("/")) {
        assertThat(open.pop()).isEqualTo(name);
      } else if (!VOID.contains(name)) {
        open.push(name);
      }
    }
    assertThat(rest.substring(done)).isEqualTo("\n");
    assertThat(open).isEmpty();
    Matcher addresses = Pattern.compile("href=\"([^\"]*)\"").matcher(rest);
    while (addresses.find()) {
      assertThat(addresses.group(1)).matches("#m[0-9]+|(?i:https?)://[!-~]*");
    }
  }

  @Test
  void itsPolicyAllowsItsOwnStyleAndNothingElse() throws Exception {
    String html = HtmlReport.of(Samples.create(), Occasion.of(Occasion.Kind.PLAN));
    String style = html.substring(html.indexOf("<style>") + 7, html.indexOf("</style>"));
    String hash =
        java.util.Base64.getEncoder()
            .encodeToString(
                java.security.MessageDigest.getInstance("SHA-256")
                    .digest(style.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    assertThat(html)
        .contains("default-src 'none'; style-src 'sha256-" + hash + "';")
        .doesNotContain("<script", "<link", "@import", "url(http");
  }

  @Test
  void nothingIsLeftOut() {
    String html = HtmlReport.of(Samples.update(), Occasion.of(Occasion.Kind.PLAN));
    assertThat(Samples.update().models().stream().flatMap(model -> model.plannedChanges().stream()))
        .allSatisfy(change -> {
          assertThat(html).contains(Escaping.htmlCode(change.subject()));
          String before = change.before().orElse("");
          change.after().stream()
              .flatMap(String::lines)
              .filter(line -> !before.contains(line))
              .forEach(line -> assertThat(html).contains(Escaping.html(line.strip())));
        });
  }
}
