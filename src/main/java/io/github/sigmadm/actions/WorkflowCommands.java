package io.github.sigmadm.actions;

/// The lines by which a step speaks to the runner, and the escaping that keeps anything else from
/// speaking to it.
final class WorkflowCommands {

  private WorkflowCommands() {}

  /// The data of a command, as the runner decodes it.
  static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  /// A property of a command, as the runner decodes it.
  static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }

  /// A text as lines of the log that the runner cannot take for commands: it looks for `::` at the
  /// beginning of a trimmed line and for `##[` anywhere.
  static String plain(String text) {
    StringBuilder result = new StringBuilder(text.length());
    for (String line : text.split("\r\n|\r|\n", -1)) {
      if (!result.isEmpty()) {
        result.append('\n');
      }
      String harmless = line.replace("##[", "#\u200B#[");
      result.append(
          harmless.stripLeading().startsWith("::")
              ? harmless.replaceFirst("::", ":\u200B:")
              : harmless);
    }
    return result.toString();
  }
}
