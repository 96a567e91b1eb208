package io.github.sigmadm.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GlobTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "main                   | main",
        "release/*              | release/1.2",
        "feature/**             | feature/a/b",
        "**                     | a/b/c",
        "**/*.sigma.json        | orders.sigma.json",
        "**/*.sigma.json        | a/b/orders.sigma.json",
        "data-models/**/*.{json,yml,yaml} | data-models/orders.json",
        "data-models/**/*.{json,yml,yaml} | data-models/a/b/orders.yaml",
        "**/_*                  | _draft.json",
        "**/_*                  | a/_draft.json",
        "a/**/b                 | a/b",
        "a/**/b                 | a/x/y/b",
        "a/**                   | a/b",
        "a?c                    | abc",
        "a?c                    | a😀c",
        "v[0-9].[!0]            | v1.5",
        "[]a]                   | ]",
        "[a-]                   | -",
        "{a,b{c,d}}e            | bde",
        "{,x}y                  | y",
        "{**/,}a                | p/q/a",
        "a,b}                   | a,b}",
        "\\*\\{\\[              | *{[",
        "***/a                  | b/a",
        "a**b                   | a/x/b",
        "(a).+^$                | (a).+^$",
      })
  void fits(String glob, String value) {
    assertThat(Glob.of(glob).matches(value)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "main                   | mainx",
        "main                   | xmain",
        "main                   | Main",
        "release/*              | release/1/2",
        "release/*              | release",
        "feature/**             | feature",
        "*                      | a/b",
        "a?c                    | a/c",
        "a[!x]c                 | a/c",
        "a[/]c                  | a/c",
        "**/*.sigma.json        | orders.json",
        "**/_*                  | a/_x/draft.json",
        "a/**/b                 | a/xb",
        "a/**/b                 | ab",
        "v[0-9]                 | va",
        "{a,b}                  | ab",
        "a.c                    | abc",
        "data-models/**/*.{json,yml,yaml} | other/data-models/orders.json",
      })
  void doesNotFit(String glob, String value) {
    assertThat(Glob.of(glob).matches(value)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a{b   | a { is not closed",
        "a{b,c | a { is not closed",
        "[a    | a [ is not closed",
        "[]    | a [ is not closed",
        "[z-a] | the range z-a is empty",
        "a\\   | a backslash at the end escapes nothing",
      })
  void whatIsNoGlobIsRefusedWithTheReason(String text, String reason) {
    assertThatThrownBy(() -> Glob.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(reason);
  }

  @Test
  void matchingNeverTakesLong() {
    String value = "a".repeat(4_000);
    assertTimeout(
        Duration.ofSeconds(5),
        () -> {
          assertThat(Glob.of("**a".repeat(300) + "b").matches(value)).isFalse();
          assertThat(Glob.of("{a,a}".repeat(199) + "b").matches(value)).isFalse();
          assertThat(Glob.of("{a*,a**}".repeat(100) + "b").matches(value)).isFalse();
          assertThat(Glob.of("{".repeat(499) + "a" + "}".repeat(499)).matches("a")).isTrue();
        });
    assertThatThrownBy(() -> Glob.of("a".repeat(1_001)))
        .hasMessage("it has more than 1000 characters");
  }

  /// Against the plainest reading of the rules, which tries everything.
  @Test
  void randomPatternsFitWhatTheRulesSay() {
    qt().withExamples(20_000)
        .forAll(longs().all())
        .checkAssert(seed -> {
          Random random = new Random(seed);
          String glob =
              word(
                  random,
                  new String[] {
                    "a", "b", "/", "*", "**", "**/", "?", "[ab]", "[!a]", "{a,b/}", "{*,a}"
                  },
                  6);
          String value = word(random, new String[] {"a", "b", "/", "c"}, 7);
          assertThat(Glob.of(glob).matches(value))
              .as("%s on %s", glob, value)
              .isEqualTo(naive(glob, 0, value, 0));
        });
  }

  private static String word(Random random, String[] pieces, int most) {
    StringBuilder word = new StringBuilder();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      word.append(pieces[random.nextInt(pieces.length)]);
    }
    return word.toString();
  }

  private static boolean naive(String glob, int g, String value, int v) {
    if (g == glob.length()) {
      return v == value.length();
    }
    String rest = glob.substring(g);
    char c = rest.charAt(0);
    if (c == '{') {
      int end = rest.indexOf('}');
      String after = rest.substring(end + 1);
      // What stands before decides whether ** begins a part.
      String before = glob.substring(0, g);
      for (String choice : rest.substring(1, end).split(",", -1)) {
        if (naive(before + "{" + choice + "}" + after, g + 1, value, v)) {
          return true;
        }
      }
      return false;
    }
    if (c == '}') {
      return naive(glob, g + 1, value, v);
    }
    if (rest.startsWith("**")) {
      int stars = 2;
      while (rest.startsWith("*", stars)) {
        stars++;
      }
      boolean folders =
          (g == 0 || "/{".indexOf(glob.charAt(g - 1)) >= 0) && rest.startsWith("/", stars);
      if (folders && naive(glob, g + stars + 1, value, v)) {
        return true;
      }
      for (int i = v; i <= value.length(); i++) {
        if (naive(glob, g + stars, value, i)) {
          return true;
        }
      }
      return false;
    }
    if (c == '*') {
      for (int i = v; i <= value.length(); i++) {
        if (naive(glob, g + 1, value, i)) {
          return true;
        }
        if (i < value.length() && value.charAt(i) == '/') {
          return false;
        }
      }
      return false;
    }
    if (v == value.length()) {
      return false;
    }
    char found = value.charAt(v);
    return switch (c) {
      case '?' -> found != '/' && naive(glob, g + 1, value, v + 1);
      case '[' -> {
        int end = rest.indexOf(']');
        boolean negated = rest.charAt(1) == '!';
        boolean member = rest.substring(negated ? 2 : 1, end).indexOf(found) >= 0;
        yield found != '/' && member != negated && naive(glob, g + end + 1, value, v + 1);
      }
      default -> c == found && naive(glob, g + 1, value, v + 1);
    };
  }
}
