package io.github.sigmadm.cli;

import io.github.sigmadm.actions.ActionsAnnouncer;
import io.github.sigmadm.core.Diagnostic;
import io.github.sigmadm.flow.Announcer;
import io.github.sigmadm.render.Terminal;
import java.util.function.Function;

/// Speaks to a runner about findings and to a person about the rest, each on its own stream.
///
/// @param runner takes findings, warnings and why a run failed, as workflow commands
/// @param person takes the report and the log
record WorkflowAnnouncer(ActionsAnnouncer runner, ConsoleAnnouncer person) implements Announcer {

  @Override
  public void line(String text) {
    person.line(text);
  }

  @Override
  public void show(Function<Terminal, String> text) {
    person.show(text);
  }

  @Override
  public void group(String title) {
    person.group(title);
  }

  @Override
  public void endGroup() {
    person.endGroup();
  }

  @Override
  public void warning(String text) {
    runner.warning(text);
  }

  @Override
  public void annotate(Diagnostic diagnostic) {
    runner.annotate(diagnostic);
  }

  @Override
  public void notice(String text) {
    runner.notice(text);
  }

  @Override
  public void debug(String text) {
    person.debug(text);
  }
}
