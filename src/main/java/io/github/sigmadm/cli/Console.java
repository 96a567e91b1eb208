package io.github.sigmadm.cli;

import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;

/// The terminal, as the program was given it: so that all of it can run in a test.
///
/// @param out takes what was asked for
/// @param err takes what went wrong
/// @param colours whether `out` shows colours
record Console(PrintStream out, PrintStream err, boolean colours) {

  /// The process's own. It has colours at a terminal, unless `NO_COLOR` is set to anything or the
  /// terminal says that it has none.
  static Console ofProcess(Map<String, String> variables) {
    boolean isTerminal =
        Optional.ofNullable(System.console()).filter(java.io.Console::isTerminal).isPresent();
    return new Console(System.out, System.err, isTerminal && wantsColours(variables));
  }

  /// Whether the variables of a process leave colours on.
  static boolean wantsColours(Map<String, String> variables) {
    return variables.getOrDefault("NO_COLOR", "").isEmpty()
        && !"dumb".equals(variables.get("TERM"));
  }

  /// All of it on the stream of errors, so that `out` is free for one document.
  Console onError() {
    return new Console(err, err, colours);
  }
}
