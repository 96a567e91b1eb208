package io.github.sigmadm.config;

import io.github.sigmadm.core.EnvironmentName;
import io.github.sigmadm.core.FolderId;
import io.github.sigmadm.tree.Node.Field;
import io.github.sigmadm.tree.Node.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Reads `environments`.
final class EnvironmentsReader {

  private static final Pattern PREFIX = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");

  private EnvironmentsReader() {}

  /// The environments that can be read.
  static List<Environment> read(Section section) {
    List<Environment> environments = new ArrayList<>();
    Map<String, EnvironmentName> branches = new TreeMap<>();
    for (Map.Entry<Field, Section> entry : section.sections()) {
      Field field = entry.getKey();
      if (!EnvironmentName.isValid(field.name())) {
        section.error(
            "invalid-value",
            field.nameSpan(),
            "'" + field.name() + "' cannot be the name of an environment.",
            "Use letters, digits, -, _ and ., beginning with a letter or digit.");
        continue;
      }
      EnvironmentName name = new EnvironmentName(field.name());
      List<PlacedGlob> globs = PlacedGlob.under(entry.getValue(), "branches").orElse(List.of());
      environments.add(environment(name, PlacedGlob.withoutPlaces(globs), entry.getValue()));
      for (PlacedGlob branch : globs) {
        EnvironmentName other = branches.putIfAbsent(branch.glob().text(), name);
        if (other != null && !other.equals(name)) {
          section.error(
              "ambiguous-branch",
              branch.span(),
              "The branch pattern `"
                  + branch.glob()
                  + "` belongs to "
                  + other
                  + " and to "
                  + name
                  + ".",
              "A branch deploys to one environment; take the pattern out of one of them.");
        }
      }
    }
    return environments;
  }

  private static Environment environment(
      EnvironmentName name, List<Glob> branches, Section section) {
    section.onlyHas(
        "branches", "api", "credentials", "folder", "variables", "replace", "preview", "tag");
    if (branches.isEmpty()) {
      section.warning(
          "no-branches",
          section.span(),
          "No branch deploys to " + name + ".",
          "Add `branches: [main]`, or choose it with the input `environment`.");
    }
    return new Environment(
        name,
        branches,
        section.text("api").flatMap(text -> api(section, text)),
        section
            .text("credentials")
            .flatMap(text ->
                section.matching(
                    text,
                    PREFIX,
                    "The prefix `" + text.value() + "` cannot be part of a variable's name.",
                    "With `credentials: DEV`, the variables are SIGMA_DEV_CLIENT_ID and"
                        + " SIGMA_DEV_CLIENT_SECRET."))
            .map(TextNode::value),
        section.folder("folder"),
        section.section("variables").map(EnvironmentsReader::variables).orElse(Map.of()),
        section.section("replace").map(EnvironmentsReader::replacements).orElse(Map.of()),
        section.section("preview").flatMap(EnvironmentsReader::preview),
        section.text("tag").map(TextNode::value));
  }

  private static Optional<FolderId> preview(Section section) {
    section.onlyHas("folder");
    if (section.value("folder").isEmpty()) {
      section.error(
          "missing-key",
          section.span(),
          "`preview` does not say in which folder.",
          "Write `preview: { folder: <folder id> }`, or leave `preview` out for no previews.");
    }
    return section.folder("folder");
  }

  private static Optional<String> api(Section section, TextNode text) {
    Optional<String> problem = ApiAddress.problem(text.value());
    problem.ifPresent(reason ->
        section.error(
            "invalid-api",
            text.span(),
            reason,
            "Write one of " + String.join(", ", Region.names()) + ", or an https address."));
    return problem.isPresent() ? Optional.empty() : Optional.of(text.value());
  }

  private static Map<String, String> variables(Section section) {
    Map<String, String> variables = section.textsByName();
    for (String name : variables.keySet()) {
      if (!VARIABLE.matcher(name).matches()) {
        section.error(
            "invalid-value",
            section.keySpan(name),
            "'" + name + "' cannot be the name of a variable.",
            "Use letters, digits and underscores, so that `${" + "NAME}` can stand in a spec.");
      }
    }
    return variables;
  }

  private static Map<String, String> replacements(Section section) {
    Map<String, String> replacements = new LinkedHashMap<>();
    for (Map.Entry<Field, Section> entry : section.sections()) {
      Section swaps = entry.getValue();
      swaps
          .textsByName()
          .forEach((from, to) -> {
            String other = replacements.putIfAbsent(from, to);
            if (other != null && !other.equals(to)) {
              swaps.error(
                  "ambiguous-replacement",
                  swaps.keySpan(from),
                  "'" + from + "' is replaced by '" + other + "' already.",
                  "Values are swapped wherever they stand, so each can have one replacement.");
            }
          });
    }
    return replacements;
  }
}
