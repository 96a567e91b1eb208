package io.github.sigmadm.cli;

import io.github.sigmadm.flow.Artifacts;
import io.github.sigmadm.flow.Trouble;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Files where a person asked for them, and nothing else: outputs and a summary are for workflows.
///
/// @param plan where to write the plan
/// @param report where to write the report
/// @param format what `out` takes
record ConsoleArtifacts(Optional<Path> plan, Optional<Path> report, Format format, PrintStream out)
    implements Artifacts {

  @Override
  public String keep(String name, byte[] content) {
    boolean isPlan = name.endsWith(".json");
    if ((isPlan && format == Format.JSON) || (name.endsWith(".sarif") && format == Format.SARIF)) {
      out.writeBytes(content);
      out.flush();
    }
    Optional<Path> file = isPlan ? plan : name.endsWith(".html") ? report : Optional.empty();
    file.ifPresent(path -> write(path, content));
    return file.map(Path::toString).orElse("");
  }

  @Override
  public void summarise(String markdown) {
    // a terminal has no summary
  }

  @Override
  public void output(Map<String, String> values) {
    // a terminal has no outputs
  }

  private static void write(Path path, byte[] content) {
    try {
      if (path.getParent() != null) {
        Files.createDirectories(path.getParent());
      }
      Files.write(path, content);
    } catch (IOException e) {
      throw new Trouble.BadConfiguration(
          "The file " + path + " cannot be written: " + e.getMessage() + ".");
    }
  }
}
