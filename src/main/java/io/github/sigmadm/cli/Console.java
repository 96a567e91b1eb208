package io.github.sigmadm.cli;

import java.io.PrintStream;
import java.util.Optional;

/// The terminal, as the program was given it: so that all of it can run in a test.
///
/// @param out takes what was asked for
/// @param err takes what went wrong
/// @param colours whether `out` shows colours
record Console(PrintStream out, PrintStream err, boolean colours) {

  /// The process's own.
  static Console ofProcess() {
    boolean isTerminal =
        Optional.ofNullable(System.console()).filter(java.io.Console::isTerminal).isPresent();
    return new Console(System.out, System.err, isTerminal);
  }
}
