package io.github.sigmadm.cli;

import io.github.sigmadm.core.Diagnostic;
import io.github.sigmadm.flow.Announcer;
import io.github.sigmadm.render.Terminal;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// Speaks to a person at a terminal. Control characters in what it is told are shown, not obeyed.
final class ConsoleAnnouncer implements Announcer {

  private static final int WIDTH = 100;
  private static final String RED = "\u001B[31m";
  private static final String YELLOW = "\u001B[33m";
  private static final String BOLD = "\u001B[1m";
  private static final String PLAIN = "\u001B[0m";

  private final Console console;
  private final UnaryOperator<String> redact;
  private final boolean debugging;

  /// @param redact takes secrets out of a text
  ConsoleAnnouncer(Console console, UnaryOperator<String> redact, boolean debugging) {
    this.console = console;
    this.redact = redact;
    this.debugging = debugging;
  }

  @Override
  public synchronized void line(String text) {
    console.out().println(harmless(text));
  }

  @Override
  public synchronized void show(Function<Terminal, String> text) {
    console.out().print(redact.apply(text.apply(new Terminal(WIDTH, console.colours()))));
  }

  @Override
  public synchronized void group(String title) {
    console.out().println(coloured(BOLD, harmless(title)));
  }

  @Override
  public void endGroup() {
    // groups are not folded at a terminal
  }

  @Override
  public synchronized void warning(String text) {
    console.err().println(coloured(YELLOW, "warning: ") + harmless(text));
  }

  /// Says why the run failed.
  synchronized void error(String text) {
    console.err().println(coloured(RED, "error: ") + harmless(text));
  }

  @Override
  public void annotate(Diagnostic diagnostic) {
    // a terminal has no margin to mark lines in; the report shows them
  }

  @Override
  public void notice(String text) {
    // it stands for findings that are not marked; the report has them all
  }

  @Override
  public synchronized void debug(String text) {
    if (debugging) {
      console.err().println("debug: " + harmless(text));
    }
  }

  private String coloured(String colour, String text) {
    return console.colours() ? colour + text + PLAIN : text;
  }

  private String harmless(String text) {
    String redacted = redact.apply(text);
    StringBuilder result = new StringBuilder(redacted.length());
    redacted
        .codePoints()
        .forEach(c -> {
          if (Character.isISOControl(c) && c != '\n' && c != '\t') {
            result.append(String.format(Locale.ROOT, "\\u%04x", c));
          } else {
            result.appendCodePoint(c);
          }
        });
    return result.toString();
  }
}
