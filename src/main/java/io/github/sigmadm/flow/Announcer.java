package io.github.sigmadm.flow;

import io.github.sigmadm.core.Diagnostic;
import io.github.sigmadm.render.Terminal;
import java.util.function.Function;

/// Tells whoever watches the run what happens, while it happens.
///
/// Texts are plain; the implementation escapes them for where they go.
public interface Announcer {

  /// A line of the log.
  void line(String text);

  /// A text of many lines, made for where it is read. It is safe to show as it is.
  void show(Function<Terminal, String> text);

  /// Begins a group of lines that can be folded away; it ends with the next group, or with the run.
  void group(String title);

  /// Ends the group.
  void endGroup();

  /// Something the user should know that does not fail the run.
  void warning(String text);

  /// A finding, marked at its place in the file where that can be seen. Reports tell of all
  /// findings besides.
  void annotate(Diagnostic diagnostic);

  /// Something to know that is no finding, marked where findings are.
  void notice(String text);

  /// A line that only debug logging shows.
  void debug(String text);
}
