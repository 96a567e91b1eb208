package io.github.sigmadm.actions;

import io.github.sigmadm.core.Diagnostic;
import io.github.sigmadm.core.Position;
import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.core.Secret;
import io.github.sigmadm.core.Span;
import io.github.sigmadm.flow.Announcer;
import io.github.sigmadm.render.Terminal;
import java.io.PrintStream;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// Speaks to the runner: folded groups, annotations at their lines, masked secrets.
public final class ActionsAnnouncer implements Announcer {

  private final PrintStream out;
  private final UnaryOperator<String> redact;
  private final Optional<RepositoryPath> folder;
  private boolean grouped;

  /// @param redact takes secrets out of a text
  /// @param folder the folder of the repository that files are told relative to; empty for its root
  public ActionsAnnouncer(
      PrintStream out, UnaryOperator<String> redact, Optional<RepositoryPath> folder) {
    this.out = out;
    this.redact = redact;
    this.folder = folder;
  }

  /// Has the runner hide a text in all that is printed from now on. It hides within lines, so each
  /// line of the text by itself.
  public synchronized void mask(Secret secret) {
    secret
        .reveal()
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        // Not through `data`, which would change what is to be hidden.
        .forEach(line -> out.println("::add-mask::" + line.replace("%", "%25")));
  }

  @Override
  public synchronized void line(String text) {
    out.println(WorkflowCommands.plain(redact.apply(text)));
  }

  @Override
  public void show(Function<Terminal, String> text) {
    line(text.apply(Terminal.PLAIN));
  }

  @Override
  public synchronized void group(String title) {
    endGroup();
    grouped = true;
    out.println("::group::" + WorkflowCommands.data(redact.apply(title)));
  }

  @Override
  public synchronized void endGroup() {
    if (grouped) {
      out.println("::endgroup::");
      grouped = false;
    }
  }

  @Override
  public synchronized void warning(String text) {
    out.println("::warning::" + WorkflowCommands.data(redact.apply(text)));
  }

  /// Says why the run failed.
  public synchronized void error(String text) {
    endGroup();
    out.println("::error::" + WorkflowCommands.data(redact.apply(text)));
  }

  @Override
  public synchronized void annotate(Diagnostic diagnostic) {
    String file = folder.map(parent -> parent + "/").orElse("") + diagnostic.file();
    String message = diagnostic.message() + diagnostic.hint().map(hint -> " " + hint).orElse("");
    out.println(
        "::"
            + command(diagnostic)
            + " file="
            + WorkflowCommands.property(file)
            + place(diagnostic.span())
            + ",title="
            + WorkflowCommands.property(diagnostic.code())
            + "::"
            + WorkflowCommands.data(redact.apply(message)));
  }

  @Override
  public synchronized void notice(String text) {
    out.println("::notice::" + WorkflowCommands.data(redact.apply(text)));
  }

  @Override
  public synchronized void debug(String text) {
    out.println("::debug::" + WorkflowCommands.data(redact.apply(text)));
  }

  private static String command(Diagnostic diagnostic) {
    if (diagnostic.known()) {
      return "notice";
    }
    return switch (diagnostic.severity()) {
      case ERROR -> "error";
      case WARNING -> "warning";
    };
  }

  /// A span ends before its end; an annotation ends with its last line and column. Columns only
  /// mean something on the line where the finding begins.
  private static String place(Span span) {
    Position start = span.start();
    Position end = span.end();
    boolean endsBeforeLine = end.column() == 1 && end.line() > start.line();
    int lastLine = endsBeforeLine ? end.line() - 1 : end.line();
    String lines = ",line=" + start.line() + ",endLine=" + lastLine;
    return end.line() == start.line()
        ? lines
            + (",col=" + start.column())
            + (",endColumn=" + Math.max(start.column(), end.column() - 1))
        : lines;
  }
}
