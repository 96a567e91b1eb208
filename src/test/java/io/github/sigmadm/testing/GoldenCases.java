package io.github.sigmadm.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sigmadm.core.Diagnostic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/// A table of inputs and what is said about each, in one file under `src/test/resources`.
///
/// A case has a title after `##`, the input, and after a line `=>` what is said. In the input `␀ ␍
/// ␉ ␤` stand for NUL, CR, tab and LF. `-Dgolden.write=true` writes down what is said now; review
/// the difference.
public final class GoldenCases {

  private record Case(String title, String input, String expected) {}

  private GoldenCases() {}

  /// One test for each case of a table.
  public static Stream<DynamicTest> of(String table, UnaryOperator<String> say) {
    Path file = Path.of("src/test/resources").resolve(table);
    try {
      List<Case> cases = parse(Files.readString(file));
      if (Boolean.getBoolean("golden.write")) {
        Files.writeString(
            file,
            cases.stream()
                .map(each ->
                    "## " + each.title() + "\n" + each.input() + "\n=>\n" + said(each, say) + "\n")
                .collect(Collectors.joining("\n")));
        cases = parse(Files.readString(file));
      }
      return cases.stream()
          .map(each ->
              DynamicTest.dynamicTest(
                  each.title(), () -> assertThat(said(each, say)).isEqualTo(each.expected())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Diagnostics as a table shows them, a line each.
  public static String shown(List<Diagnostic> diagnostics) {
    return diagnostics.stream()
        .map(found ->
            found.span()
                + " "
                + (found.isNewError() ? "" : "warning ")
                + found.code()
                + ": "
                + found.message()
                + " "
                + found.hint().orElse(""))
        .collect(Collectors.joining("\n"));
  }

  private static List<Case> parse(String table) {
    List<Case> cases = new ArrayList<>();
    for (String part : table.split("(?m)^## ", -1)) {
      if (!part.isBlank()) {
        int title = part.indexOf('\n');
        int arrow = part.indexOf("\n=>\n");
        cases.add(
            new Case(
                part.substring(0, title),
                part.substring(title + 1, Math.max(title + 1, arrow)),
                part.substring(arrow + 4).strip()));
      }
    }
    return cases;
  }

  private static String said(Case each, UnaryOperator<String> say) {
    return say.apply(
        each.input().replace('␀', '\0').replace('␍', '\r').replace('␉', '\t').replace('␤', '\n'));
  }
}
