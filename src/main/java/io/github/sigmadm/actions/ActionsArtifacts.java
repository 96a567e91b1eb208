package io.github.sigmadm.actions;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.sigmadm.flow.Artifacts;
import io.github.sigmadm.flow.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/// What a step leaves for the steps after it: files, the job summary, outputs.
///
/// Files are kept in the workspace, since that is the one place that a container shares with later
/// steps. Those see the workspace at another path than a container does, so paths are told relative
/// to it.
public final class ActionsArtifacts implements Artifacts {

  /// The folder in the workspace.
  public static final String FOLDER = KeptFiles.FOLDER;

  /// What the service takes as the summary of a step; more and it takes none of it.
  private static final int LONGEST_SUMMARY = 1024 * 1024;

  private static final String TOO_LONG =
      "The summary of this step is too long to be shown; the report file has all of it.\n";

  private final KeptFiles kept;
  private final Optional<Path> summaryFile;
  private final Optional<Path> outputFile;
  private final Supplier<String> delimiters;

  /// @param summaryFile `GITHUB_STEP_SUMMARY`, if the runner set it
  /// @param outputFile `GITHUB_OUTPUT`, if the runner set it
  public ActionsArtifacts(Path workspace, Optional<Path> summaryFile, Optional<Path> outputFile) {
    this(workspace, summaryFile, outputFile, () -> "sigma-dm-" + UUID.randomUUID());
  }

  ActionsArtifacts(
      Path workspace,
      Optional<Path> summaryFile,
      Optional<Path> outputFile,
      Supplier<String> delimiters) {
    this.kept = new KeptFiles(workspace);
    this.summaryFile = summaryFile;
    this.outputFile = outputFile;
    this.delimiters = delimiters;
  }

  @Override
  public String keep(String name, byte[] content) {
    try {
      return kept.keep(name, content);
    } catch (IOException e) {
      throw new Trouble.BadConfiguration(
          "The file "
              + KeptFiles.FOLDER
              + "/"
              + name
              + " cannot be written into the workspace ("
              + e.getMessage()
              + "). The step needs a workspace that it may write to.");
    }
  }

  @Override
  public void summarise(String markdown) {
    String text = markdown.endsWith("\n") ? markdown : markdown + "\n";
    append(summaryFile, fits(text) ? text : fits(TOO_LONG) ? TOO_LONG : "");
  }

  private boolean fits(String text) {
    try {
      long written =
          summaryFile.isPresent() && Files.exists(summaryFile.get())
              ? Files.size(summaryFile.get())
              : 0;
      return written + text.getBytes(UTF_8).length <= LONGEST_SUMMARY;
    } catch (IOException e) {
      return false;
    }
  }

  /// Values may hold anything, so each stands between two lines that nobody can foresee.
  @Override
  public void output(Map<String, String> values) {
    StringBuilder text = new StringBuilder();
    values.forEach((name, value) -> {
      if (!name.matches("[a-z][a-z0-9-]*")) {
        throw new IllegalArgumentException("not the name of an output: '" + name + "'");
      }
      String delimiter = delimiters.get();
      text.append(name)
          .append("<<")
          .append(delimiter)
          .append('\n')
          .append(value)
          .append('\n')
          .append(delimiter)
          .append('\n');
    });
    append(outputFile, text.toString());
  }

  private static void append(Optional<Path> file, String text) {
    if (file.isEmpty()) {
      return;
    }
    try {
      Files.writeString(
          file.get(), text, UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new Trouble.BadConfiguration(
          "The runner's file " + file.get() + " cannot be written: " + e.getMessage() + ".");
    }
  }
}
