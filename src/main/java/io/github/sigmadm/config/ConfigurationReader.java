package io.github.sigmadm.config;

import io.github.sigmadm.core.DataModelId;
import io.github.sigmadm.core.Diagnostic;
import io.github.sigmadm.core.EnvironmentName;
import io.github.sigmadm.core.FolderId;
import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.tree.Node.Field;
import io.github.sigmadm.tree.Node.NumberNode;
import io.github.sigmadm.tree.Node.ObjectNode;
import io.github.sigmadm.tree.Node.TextNode;
import io.github.sigmadm.tree.Reading;
import io.github.sigmadm.tree.TreeReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Reads `sigma-dm.yml`.
public final class ConfigurationReader {

  private static final List<Glob> SPECS =
      List.of(Glob.of("data-models/**/*.{json,yml,yaml}"), Glob.of("**/*.sigma.{json,yml,yaml}"));
  private static final List<Glob> EXCLUDE = List.of(Glob.of("**/_*"));

  /// What holds where there is no configuration: specs are looked for in the usual places and can
  /// be validated; without environments nothing is deployed.
  public static final Configuration DEFAULT =
      new Configuration(SPECS, EXCLUDE, List.of(), Map.of(), Policy.DEFAULT, StateMode.GIT);

  private static final Pattern UUID =
      Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final Pattern PREFIX = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");

  /// What came of reading.
  ///
  /// @param configuration what could be read; defaults where something is wrong
  /// @param diagnostics what is wrong, in reading order
  public record Result(Configuration configuration, List<Diagnostic> diagnostics) {
    public Result {
      diagnostics = List.copyOf(diagnostics);
    }

    public boolean hasErrors() {
      return diagnostics.stream().anyMatch(Diagnostic::isNewError);
    }
  }

  private final RepositoryPath file;
  private final List<Diagnostic> problems = new ArrayList<>();

  private ConfigurationReader(RepositoryPath file) {
    this.file = file;
  }

  /// Reads the bytes of a configuration file.
  public static Result read(RepositoryPath file, byte[] bytes) {
    return new ConfigurationReader(file).read(bytes);
  }

  private Result read(byte[] bytes) {
    Reading reading = TreeReader.read(file, bytes);
    problems.addAll(reading.diagnostics());
    Configuration configuration = DEFAULT;
    if (reading.root().orElse(null) instanceof ObjectNode document) {
      configuration = configuration(new Section(file, "the configuration", document, problems));
    } else if (!reading.hasErrors()) {
      reading
          .root()
          .ifPresent(root ->
              problems.add(
                  Diagnostic.error(
                      "wrong-type",
                      file,
                      root.span(),
                      "The configuration is not an object.",
                      "Begin with `version: 1` and `environments:`.")));
    }
    return new Result(configuration, problems.stream().sorted(Diagnostic.READING_ORDER).toList());
  }

  private Configuration configuration(Section section) {
    section.onlyHas("version", "specs", "exclude", "environments", "models", "policy", "state");
    version(section);
    List<Environment> environments =
        section.section("environments").map(this::environments).orElse(List.of());
    List<Glob> specs = globs(section, "specs").orElse(SPECS);
    List<Glob> exclude = globs(section, "exclude").orElse(EXCLUDE);
    Configuration configuration =
        new Configuration(
            specs,
            exclude,
            environments,
            Map.of(),
            section.section("policy").map(ConfigurationReader::policy).orElse(Policy.DEFAULT),
            section.choice("state", StateMode.class, StateMode.GIT));
    Map<RepositoryPath, Map<EnvironmentName, ModelOverride>> models =
        section
            .section("models")
            .map(overrides -> models(overrides, configuration))
            .orElse(Map.of());
    return new Configuration(
        specs, exclude, environments, models, configuration.policy(), configuration.state());
  }

  private static void version(Section section) {
    boolean isOne =
        section.value("version").orElse(null) instanceof NumberNode number
            && number.value().compareTo(java.math.BigDecimal.ONE) == 0;
    if (!isOne) {
      section.error(
          "unknown-version",
          section.value("version").map(value -> value.span()).orElse(section.span()),
          section.value("version").isPresent()
              ? "This program does not know this version of the configuration."
              : "The configuration does not say its version.",
          "Write `version: 1`.");
    }
  }

  private static Optional<List<Glob>> globs(Section section, String key) {
    return section
        .texts(key)
        .map(texts -> {
          List<Glob> globs = new ArrayList<>();
          for (TextNode text : texts) {
            section
                .made(key, text, Glob::of, "Use *, **, ?, [a-z] and {a,b}.")
                .ifPresent(globs::add);
          }
          return globs;
        });
  }

  private List<Environment> environments(Section section) {
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
      Environment environment = environment(new EnvironmentName(field.name()), entry.getValue());
      environments.add(environment);
      for (Glob branch : environment.branches()) {
        EnvironmentName other = branches.putIfAbsent(branch.text(), environment.name());
        if (other != null && !other.equals(environment.name())) {
          section.error(
              "ambiguous-branch",
              field.nameSpan(),
              "The branch pattern `"
                  + branch
                  + "` belongs to "
                  + other
                  + " and to "
                  + environment.name()
                  + ".",
              "A branch deploys to one environment; take the pattern out of one of them.");
        }
      }
    }
    return environments;
  }

  private Environment environment(EnvironmentName name, Section section) {
    section.onlyHas(
        "branches", "api", "credentials", "folder", "variables", "replace", "preview", "tag");
    List<Glob> branches = globs(section, "branches").orElse(List.of());
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
                matching(
                    section,
                    text,
                    PREFIX,
                    "The prefix `" + text.value() + "` cannot be part of a variable's name.",
                    "With `credentials: DEV`, the variables are SIGMA_DEV_CLIENT_ID and"
                        + " SIGMA_DEV_CLIENT_SECRET."))
            .map(TextNode::value),
        folder(section, "folder"),
        section.section("variables").map(this::variables).orElse(Map.of()),
        section.section("replace").map(ConfigurationReader::replacements).orElse(Map.of()),
        section
            .section("preview")
            .flatMap(preview -> {
              preview.onlyHas("folder");
              return folder(preview, "folder");
            }),
        section.text("tag").map(TextNode::value));
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

  private Map<String, String> variables(Section section) {
    Map<String, String> variables = section.textsByName();
    for (String name : variables.keySet()) {
      if (!VARIABLE.matcher(name).matches()) {
        section.error(
            "invalid-value",
            section.span(),
            "'" + name + "' cannot be the name of a variable.",
            "Use letters, digits and underscores, so that `${" + "NAME}` can stand in a spec.");
      }
    }
    return variables;
  }

  private static Map<String, String> replacements(Section section) {
    Map<String, String> replacements = new LinkedHashMap<>();
    section.sections().forEach(entry -> replacements.putAll(entry.getValue().textsByName()));
    return replacements;
  }

  private static Optional<FolderId> folder(Section section, String key) {
    return section
        .text(key)
        .flatMap(text ->
            matching(
                section,
                text,
                UUID,
                "'" + text.value() + "' is not the id of a folder.",
                "It is a UUID, such as 72a56f98-6c10-4a07-8795-b7661ffc5226; the files endpoint of"
                    + " Sigma's API lists folders with their ids."))
        .map(text -> new FolderId(text.value()));
  }

  private static Optional<TextNode> matching(
      Section section, TextNode text, Pattern pattern, String message, String hint) {
    if (pattern.matcher(text.value()).matches()) {
      return Optional.of(text);
    }
    section.error("invalid-value", text.span(), message, hint);
    return Optional.empty();
  }

  private static Policy policy(Section section) {
    section.onlyHas("breaking", "security", "label", "drift", "plan-changed", "prune", "verify");
    return new Policy(
        section.choice("breaking", Policy.Approval.class, Policy.DEFAULT.breaking()),
        section.choice("security", Policy.Approval.class, Policy.DEFAULT.security()),
        section.text("label").map(TextNode::value).orElse(Policy.DEFAULT.label()),
        section.choice("drift", Policy.Drift.class, Policy.DEFAULT.drift()),
        section.choice("plan-changed", Policy.PlanChanged.class, Policy.DEFAULT.planChanged()),
        section.flag("prune", Policy.DEFAULT.prune()),
        section.choice("verify", Policy.Verify.class, Policy.DEFAULT.verify()));
  }

  private static Map<RepositoryPath, Map<EnvironmentName, ModelOverride>> models(
      Section section, Configuration configuration) {
    List<String> names =
        configuration.environments().stream()
            .map(environment -> environment.name().value())
            .sorted(Comparator.naturalOrder())
            .toList();
    Map<RepositoryPath, Map<EnvironmentName, ModelOverride>> models = new LinkedHashMap<>();
    for (Map.Entry<Field, Section> entry : section.sections()) {
      Field field = entry.getKey();
      RepositoryPath path;
      try {
        path = new RepositoryPath(field.name());
      } catch (IllegalArgumentException e) {
        section.error(
            "invalid-value",
            field.nameSpan(),
            "'" + field.name() + "' is not the path of a file in the repository.",
            "Write it from the root of the repository, such as data-models/orders.json.");
        continue;
      }
      if (!configuration.isSpec(path)) {
        section.warning(
            "not-a-spec",
            field.nameSpan(),
            "`specs` and `exclude` leave " + path + " out, so nothing here takes effect.",
            "Correct the path, or add it to `specs`.");
      }
      entry.getValue().onlyHas(names.toArray(String[]::new));
      models.put(path, overrides(entry.getValue(), names));
    }
    return models;
  }

  private static Map<EnvironmentName, ModelOverride> overrides(
      Section section, List<String> names) {
    Map<EnvironmentName, ModelOverride> overrides = new LinkedHashMap<>();
    for (Map.Entry<Field, Section> entry : section.sections()) {
      if (names.contains(entry.getKey().name())) {
        Section override = entry.getValue();
        override.onlyHas("id", "folder");
        overrides.put(
            new EnvironmentName(entry.getKey().name()),
            new ModelOverride(
                override.text("id").map(text -> new DataModelId(text.value())),
                folder(override, "folder")));
      }
    }
    return overrides;
  }
}
