package io.github.sigmadm.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every form of every sample, byte for byte as reviewed. `-Dgolden.write=true` writes what is now;
/// the difference is for a person to look at.
final class GoldenTest {

  private static final Path FOLDER = Path.of("src/test/resources/render");

  @TestFactory
  Stream<DynamicTest> everyFormOfEverySampleIsAsReviewed() {
    return Samples.all().entrySet().stream()
        .flatMap(sample ->
            forms(sample.getValue()).entrySet().stream()
                .map(form ->
                    DynamicTest.dynamicTest(
                        sample.getKey() + "/" + form.getKey(),
                        () ->
                            check(
                                FOLDER.resolve(sample.getKey()).resolve(form.getKey()),
                                form.getValue()))));
  }

  static Map<String, String> forms(Samples.Sample sample) {
    Matter matter = sample.matter();
    Map<String, String> forms = new LinkedHashMap<>();
    forms.put("comment.md", Comment.of(matter, sample.occasion(), Comment.LIMIT));
    forms.put("summary.md", Summary.of(matter, sample.occasion(), Summary.LIMIT));
    forms.put("plan.json", PlanFile.of(matter.plan()));
    forms.put(
        "console.txt",
        ConsoleText.of(matter, sample.occasion(), Sources.NONE, new Terminal(100, false)));
    forms.put("report.html", HtmlReport.of(matter, sample.occasion()));
    return forms;
  }

  private static void check(Path file, String actual) throws IOException {
    if (Boolean.getBoolean("golden.write")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, actual);
    }
    assertThat(actual).isEqualTo(Files.readString(file));
  }
}
