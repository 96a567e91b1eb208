package io.github.sigmadm.flow;

import java.util.Map;

/// Where a run leaves what is too large for a line of the log.
public interface Artifacts {

  /// Keeps a file.
  ///
  /// @param name the file's name, without a folder
  /// @return the path under which later steps, or the person at the terminal, find it
  String keep(String name, byte[] content);

  /// Adds Markdown to the summary of the run.
  void summarise(String markdown);

  /// Sets the outputs of the run.
  void output(Map<String, String> values);
}
