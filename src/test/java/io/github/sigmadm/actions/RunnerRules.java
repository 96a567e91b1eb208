package io.github.sigmadm.actions;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// How the runner reads what a step prints and writes, after its documentation: what our side must
/// be understood by.
final class RunnerRules {

  private static final Set<String> COMMANDS =
      Set.of(
          "error",
          "warning",
          "notice",
          "debug",
          "group",
          "endgroup",
          "add-mask",
          "stop-commands",
          "set-output",
          "save-state",
          "set-env",
          "add-path",
          "echo",
          "add-matcher",
          "remove-matcher",
          "internal-set-repo-path");

  private RunnerRules() {}

  /// A command that the runner found in a line.
  record Command(String name, Map<String, String> properties, String data) {}

  static Optional<Command> command(String line) {
    String text = line.stripLeading();
    if (text.startsWith("::")) {
      int end = text.indexOf("::", 2);
      if (end >= 0) {
        return parsed(text.substring(2, end), text.substring(end + 2), ",");
      }
    }
    int old = line.indexOf("##[");
    int bracket = line.indexOf(']', Math.max(old, 0));
    return old < 0 || bracket < 0
        ? Optional.empty()
        : parsed(line.substring(old + 3, bracket), line.substring(bracket + 1), ";");
  }

  private static Optional<Command> parsed(String info, String data, String separator) {
    int space = info.indexOf(' ');
    String name = space < 0 ? info : info.substring(0, space);
    if (!COMMANDS.contains(name)) {
      return Optional.empty();
    }
    Map<String, String> properties = new HashMap<>();
    if (space > 0) {
      for (String property : info.substring(space + 1).strip().split(separator, -1)) {
        String[] pair = property.split("=", 2);
        if (pair.length == 2) {
          properties.put(pair[0], decoded(pair[1].replace("%3A", ":").replace("%2C", ",")));
        }
      }
    }
    return Optional.of(new Command(name, properties, decoded(data)));
  }

  private static String decoded(String text) {
    return text.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%");
  }

  /// The outputs of a file that a step wrote.
  static Map<String, String> outputs(String file) {
    Map<String, String> outputs = new LinkedHashMap<>();
    String[] lines = file.split("\n", -1);
    for (int i = 0; i < lines.length - 1; i++) {
      String[] start = lines[i].split("<<", 2);
      if (start.length != 2 || start[0].contains("=")) {
        throw new IllegalStateException("not a heredoc: " + lines[i]);
      }
      StringBuilder value = new StringBuilder();
      for (i++; !lines[i].equals(start[1]); i++) {
        value.append(lines[i]).append('\n');
      }
      outputs.put(start[0], value.isEmpty() ? "" : value.substring(0, value.length() - 1));
    }
    return outputs;
  }
}
