package io.github.sigmadm.config;

import io.github.sigmadm.core.Diagnostic;
import io.github.sigmadm.core.EnvironmentName;
import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.tree.Node.NumberNode;
import io.github.sigmadm.tree.Node.ObjectNode;
import io.github.sigmadm.tree.Node.TextNode;
import io.github.sigmadm.tree.Reading;
import io.github.sigmadm.tree.TreeReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Reads `sigma-dm.yml`.
public final class ConfigurationReader {

  private static final List<Glob> SPECS =
      List.of(Glob.of("data-models/**/*.{json,yml,yaml}"), Glob.of("**/*.sigma.{json,yml,yaml}"));
  private static final List<Glob> EXCLUDE = List.of(Glob.of("**/_*"));

  /// What holds where there is no configuration: specs are looked for in the usual places and can
  /// be validated; without environments nothing is deployed.
  public static final Configuration DEFAULT =
      new Configuration(
          SPECS, EXCLUDE, List.of(), Map.of(), Policy.DEFAULT, StateMode.GIT, Lookups.DEFAULT);

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
    section.onlyHas(
        "version", "specs", "exclude", "environments", "models", "policy", "checks", "state");
    version(section);
    List<Environment> environments =
        section.section("environments").map(EnvironmentsReader::read).orElse(List.of());
    if (environments.isEmpty() && problems.isEmpty()) {
      section.warning(
          "no-environments",
          section.span(),
          "The configuration has no environment, so specs are validated and nothing is deployed.",
          "Add one under `environments`, with `branches`, `api` and `folder`.");
    }
    List<Glob> specs =
        PlacedGlob.under(section, "specs").map(PlacedGlob::withoutPlaces).orElse(SPECS);
    List<Glob> exclude =
        PlacedGlob.under(section, "exclude").map(PlacedGlob::withoutPlaces).orElse(EXCLUDE);
    Configuration configuration =
        new Configuration(
            specs,
            exclude,
            environments,
            Map.of(),
            section.section("policy").map(ConfigurationReader::policy).orElse(Policy.DEFAULT),
            section.choice("state", StateMode.class, StateMode.GIT),
            section.section("checks").map(ConfigurationReader::checks).orElse(Lookups.DEFAULT));
    Map<RepositoryPath, Map<EnvironmentName, ModelOverride>> models =
        section
            .section("models")
            .map(overrides -> OverridesReader.read(overrides, configuration))
            .orElse(Map.of());
    return new Configuration(
        specs,
        exclude,
        environments,
        models,
        configuration.policy(),
        configuration.state(),
        configuration.checks());
  }

  private static void version(Section section) {
    boolean isOne =
        section.value("version").orElse(null) instanceof NumberNode number
            && number.value().compareTo(BigDecimal.ONE) == 0;
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

  private static Lookups checks(Section section) {
    section.onlyHas("warehouse", "impact", "impact-limit");
    return new Lookups(
        section.flag("warehouse", Lookups.DEFAULT.warehouse()),
        section.flag("impact", Lookups.DEFAULT.impact()),
        section.count("impact-limit", Lookups.DEFAULT.impactLimit()));
  }
}
