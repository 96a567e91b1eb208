package io.github.sigmadm.check;

import io.github.sigmadm.core.Diagnostic;
import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.core.Severity;
import io.github.sigmadm.spec.DataModel;
import io.github.sigmadm.tree.Node.ObjectNode;
import io.github.sigmadm.tree.Node.TextNode;
import io.github.sigmadm.tree.Reading;
import io.github.sigmadm.tree.TreeReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One spec of a file of cases, with marks where a rule finds something.
///
/// A case begins with `=== a sentence`, perhaps followed by `(new)` or `(new, folder given)` and by
/// `(beside name)`, which makes the case of that name another spec of the repository, `name.yml`,
/// that is referred to by its name or by `${model:name.yml}`; the case itself is `case.yml`. What
/// follows is YAML: a whole document, or only the elements of its one page. Comments mark what is found:
///
///     order: [a, b]
///     #          ^ unknown-reference: There is no column
///
/// The caret stands under the first character of what is found on the line above; `!` instead of it
/// is a warning of a rule that gives errors. `#@1:1 code` names the place instead, as line and column
/// of the whole document.
record RuleCase(String name, Set<String> flags, String yaml, List<Expected> expected) {

  private static final RepositoryPath FILE = new RepositoryPath("case.yml");

  private static final String HEADER =
      """
      name: Case
      schemaVersion: 1
      pages:
      - id: page
        name: Page
        elements:
      """;

  private static final Pattern TITLE = Pattern.compile("=== (.*?)((?: \\([^()]*\\))*)");
  private static final Pattern MARK = Pattern.compile("( *# *)([\\^!]) ([a-z0-9-]+)(?:: (.*))?");
  private static final Pattern PLACE = Pattern.compile("#@(\\d+:\\d+) ([a-z0-9-]+)(?:: (.*))?");

  /// @param message how the message begins
  record Expected(String place, String code, boolean weaker, String message) {}

  static List<RuleCase> parse(String file) {
    List<RuleCase> cases = new ArrayList<>();
    for (String block : file.split("(?m)^(?==== )", -1)) {
      if (!block.isBlank()) {
        cases.add(one(block));
      }
    }
    return cases;
  }

  private static RuleCase one(String block) {
    Matcher title = TITLE.matcher(block.lines().findFirst().orElseThrow().strip());
    if (!title.matches()) {
      throw new IllegalArgumentException("not a case: " + block);
    }
    Set<String> flags = new TreeSet<>();
    for (String flag : title.group(2).replaceAll("[()]", ",").split(",", -1)) {
      if (!flag.isBlank()) {
        flags.add(flag.strip());
      }
    }
    List<String> lines = block.lines().skip(1).toList();
    boolean elements = lines.stream().findFirst().orElse("").startsWith("- ");
    StringBuilder yaml = new StringBuilder(elements ? HEADER : "");
    String indent = elements ? "  " : "";
    int number = elements ? (int) HEADER.lines().count() : 0;
    int marked = 0;
    List<Expected> expected = new ArrayList<>();
    for (String line : lines) {
      yaml.append(indent).append(line).append('\n');
      number++;
      Matcher mark = MARK.matcher(line);
      Matcher place = PLACE.matcher(line);
      if (mark.matches()) {
        int column = indent.length() + mark.group(1).length() + 1;
        expected.add(
            new Expected(
                marked + ":" + column,
                mark.group(3),
                mark.group(2).equals("!"),
                mark.group(4) == null ? "" : mark.group(4)));
      } else if (place.matches()) {
        expected.add(
            new Expected(
                place.group(1),
                place.group(2),
                false,
                place.group(3) == null ? "" : place.group(3)));
      } else {
        marked = number;
      }
    }
    return new RuleCase(title.group(1), flags, yaml.toString(), expected);
  }

  boolean violates(String code) {
    return expected.stream().anyMatch(each -> each.code().equals(code));
  }

  DataModel model() {
    Reading reading = TreeReader.readYaml(FILE, yaml.getBytes(StandardCharsets.UTF_8));
    if (!(reading.sound().orElse(null) instanceof ObjectNode document)) {
      throw new IllegalArgumentException(name + ": " + reading.diagnostics());
    }
    return DataModel.of(document);
  }

  /// What the rules say: all errors, and everything that the rule of this file says.
  List<String> found(String code, List<RuleCase> all) {
    ParsedSpec spec = new ParsedSpec(FILE, model());
    CheckInput input = flags.contains("new") ? CheckInput.created(spec) : CheckInput.existing(spec);
    if (flags.contains("folder given")) {
      input = input.withFolderGiven();
    }
    return Checks.run(input.with(beside(all))).stream()
        .filter(each -> each.severity() == Severity.ERROR || each.code().equals(code))
        .map(RuleCase::show)
        .toList();
  }

  private OtherSpecs beside(List<RuleCase> all) {
    Map<RepositoryPath, RepositorySpec> files = new TreeMap<>();
    for (RuleCase other : all) {
      if (flags.contains("beside " + other.name())) {
        files.put(new RepositoryPath(other.name() + ".yml"), asNeighbour(other.model()));
      }
    }
    if (!files.isEmpty()) {
      files.put(FILE, asNeighbour(model()));
    }
    return new OtherSpecs() {
      @Override
      public Optional<DataModel> find(String reference) {
        return path(reference).map(files::get).map(RepositorySpec::model);
      }

      @Override
      public Optional<RepositoryPath> path(String reference) {
        String path = reference.replaceAll("^\\$\\{model:|\\.yml}$", "") + ".yml";
        return files.keySet().stream().filter(file -> file.value().equals(path)).findFirst();
      }

      @Override
      public Map<RepositoryPath, RepositorySpec> files() {
        return files;
      }
    };
  }

  private static RepositorySpec asNeighbour(DataModel model) {
    return new RepositorySpec(
        model, model.folderId().map(TextNode::value), model.dataModelId().isPresent());
  }

  List<String> expectedFindings(List<String> found) {
    return expected.stream()
        .map(each -> {
          String start =
              each.place()
                  + " "
                  + (each.weaker() || isWarning(each.code()) ? "warning" : "error")
                  + " "
                  + each.code()
                  + ": "
                  + each.message();
          return found.stream().filter(line -> line.startsWith(start)).findFirst().orElse(start);
        })
        .toList();
  }

  private static boolean isWarning(String code) {
    return Checks.rules().stream()
        .filter(rule -> rule.code().equals(code))
        .anyMatch(rule -> rule.severity() == Severity.WARNING);
  }

  private static String show(Diagnostic diagnostic) {
    return diagnostic.span().start()
        + " "
        + (diagnostic.severity() == Severity.ERROR ? "error" : "warning")
        + " "
        + diagnostic.code()
        + ": "
        + diagnostic.message()
        + " | "
        + diagnostic.hint().orElse("");
  }
}
