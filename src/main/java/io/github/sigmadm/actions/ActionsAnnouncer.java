package io.github.sigmadm.actions;

import io.github.sigmadm.core.Diagnostic;
import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.core.Secret;
import io.github.sigmadm.core.Severity;
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

  /// Has the runner hide a text in all that is printed from now on.
  public synchronized void mask(Secret secret) {
    if (!secret.reveal().isBlank()) {
      out.println("::add-mask::" + WorkflowCommands.data(secret.reveal()));
    }
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
    String command =
        diagnostic.known()
            ? "notice"
            : diagnostic.severity() == Severity.ERROR ? "error" : "warning";
    String file = folder.map(parent -> parent + "/").orElse("") + diagnostic.file();
    String message = diagnostic.message() + diagnostic.hint().map(hint -> " " + hint).orElse("");
    out.println(
        "::"
            + command
            + " file="
            + WorkflowCommands.property(file)
            + ",line="
            + diagnostic.span().start().line()
            + ",endLine="
            + diagnostic.span().end().line()
            + ",col="
            + diagnostic.span().start().column()
            + endColumn(diagnostic)
            + ",title="
            + WorkflowCommands.property(diagnostic.code())
            + "::"
            + WorkflowCommands.data(redact.apply(message)));
  }

  @Override
  public synchronized void debug(String text) {
    out.println("::debug::" + WorkflowCommands.data(redact.apply(text)));
  }

  /// An end column only means something on the line where the finding begins.
  private static String endColumn(Diagnostic diagnostic) {
    return diagnostic.span().start().line() == diagnostic.span().end().line()
        ? ",endColumn=" + diagnostic.span().end().column()
        : "";
  }
}
