package io.github.sigmadm.actions;

import io.github.sigmadm.core.EnvironmentName;
import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.core.Secret;
import io.github.sigmadm.flow.Inputs;
import io.github.sigmadm.flow.Mode;
import io.github.sigmadm.flow.Trouble;
import io.github.sigmadm.spec.Nearest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// The action's inputs: the one place where they are read, and the one list of them with their
/// defaults.
public final class ActionInputs {

  /// Every input and its default; the action file and the documentation must say the same.
  public static final Map<String, String> DEFAULTS =
      Map.ofEntries(
          Map.entry("mode", "auto"),
          Map.entry("config", "sigma-dm.yml"),
          Map.entry("environment", ""),
          Map.entry("client-id", ""),
          Map.entry("client-secret", ""),
          Map.entry("base-url", ""),
          Map.entry("github-token", "${{ github.token }}"),
          Map.entry("comment", "changes"),
          Map.entry("fail-on", "error"),
          Map.entry("dry-run", "false"),
          Map.entry("working-directory", ""),
          Map.entry("max-parallel", "8"),
          Map.entry("allowed-hosts", ""),
          Map.entry("to", ""),
          Map.entry("models", ""));

  /// What the runner itself passes to every container action.
  private static final List<String> OF_THE_RUNNER = List.of("args", "entrypoint");

  private static final int MOST_PARALLEL = 64;

  private final Map<String, String> variables;

  private ActionInputs(Map<String, String> variables) {
    this.variables = variables;
  }

  /// The inputs as a runner passes them to a container: `INPUT_` and the name in capitals, hyphens
  /// kept.
  ///
  /// @param variables the environment variables
  /// @throws Trouble.BadConfiguration that names the input, its value and what it may be
  public static Inputs read(Map<String, String> variables) {
    return new ActionInputs(variables).read();
  }

  /// A sentence about each input that is passed and that the action does not have.
  ///
  /// @param variables the environment variables
  public static List<String> warnings(Map<String, String> variables) {
    return variables.keySet().stream()
        .filter(variable -> variable.startsWith("INPUT_"))
        .map(variable -> variable.substring("INPUT_".length()).toLowerCase(Locale.ROOT))
        .filter(name -> !DEFAULTS.containsKey(name) && !OF_THE_RUNNER.contains(name))
        .sorted()
        .map(name ->
            "There is no input `"
                + name
                + "`, so its value is not used."
                + Nearest.to(name, DEFAULTS.keySet())
                    .map(near -> " Did you mean " + near + "?")
                    .orElse(""))
        .toList();
  }

  private Inputs read() {
    return new Inputs(
        choice("mode", Mode.values()),
        path("config"),
        value("environment").map(this::environment),
        secret("client-id"),
        secret("client-secret"),
        value("base-url"),
        secret("github-token"),
        choice("comment", Inputs.CommentWhen.values()),
        choice("fail-on", Inputs.FailOn.values()),
        flag("dry-run"),
        value("working-directory")
            .filter(text -> !text.matches("\\.(/+\\.?)*"))
            .map(text -> path("working-directory")),
        parallel(),
        list("allowed-hosts"),
        value("to"),
        list("models"));
  }

  private Optional<String> value(String name) {
    return Optional.ofNullable(variables.get("INPUT_" + name.toUpperCase(Locale.ROOT)))
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }

  private String valueOrDefault(String name) {
    return value(name).orElseGet(() -> Optional.ofNullable(DEFAULTS.get(name)).orElse(""));
  }

  private Optional<Secret> secret(String name) {
    return value(name).map(Secret::new);
  }

  private EnvironmentName environment(String text) {
    return made(
        "environment", text, EnvironmentName::new, "the name of an environment of sigma-dm.yml");
  }

  private RepositoryPath path(String name) {
    String text = valueOrDefault(name);
    String relative = text.replaceFirst("^(\\./+)+", "");
    return made(
        name,
        relative.length() > 1 ? relative.replaceFirst("/+$", "") : relative,
        RepositoryPath::new,
        "a path inside the repository, such as sigma/sigma-dm.yml");
  }

  private boolean flag(String name) {
    String text = valueOrDefault(name);
    return switch (text) {
      case "true", "True", "TRUE" -> true;
      case "false", "False", "FALSE" -> false;
      default -> throw bad(name, text, "It is true or false.");
    };
  }

  private int parallel() {
    String text = valueOrDefault("max-parallel");
    if (text.matches("[0-9]{1,3}")) {
      int number = Integer.parseInt(text);
      if (number >= 1 && number <= MOST_PARALLEL) {
        return number;
      }
    }
    throw bad("max-parallel", text, "It is a number from 1 to " + MOST_PARALLEL + ".");
  }

  private List<String> list(String name) {
    return value(name).stream()
        .flatMap(text -> Stream.of(text.split("\\R|,(?![^{]*})")))
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .toList();
  }

  private <E extends Enum<E>> E choice(String name, E[] constants) {
    String text = valueOrDefault(name);
    List<String> words = Arrays.stream(constants).map(ActionInputs::word).toList();
    int index = words.indexOf(text);
    if (index < 0) {
      throw bad(
          name,
          text,
          Nearest.to(text, words).map(near -> "Did you mean " + near + "? ").orElse("")
              + "It is one of "
              + String.join(", ", words)
              + ".");
    }
    return constants[index];
  }

  private static <T> T made(String name, String text, Function<String, T> make, String what) {
    try {
      return make.apply(text);
    } catch (IllegalArgumentException e) {
      throw bad(name, text, "It is " + what + ".");
    }
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Trouble.BadConfiguration bad(String name, String text, String remedy) {
    return new Trouble.BadConfiguration(
        "The input `" + name + "` cannot be '" + text + "'. " + remedy);
  }
}
