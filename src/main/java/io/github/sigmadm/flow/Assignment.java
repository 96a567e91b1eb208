package io.github.sigmadm.flow;

import io.github.sigmadm.config.Glob;
import java.util.List;

/// What a run has to do: which commits, under which settings, in which mode.
record Assignment(Comparison comparison, History history, Settings settings, Mode mode) {

  /// The globs that limit which specs are looked at.
  List<Glob> globs(Inputs inputs) {
    return inputs.models().stream().map(Assignment::glob).toList();
  }

  private static Glob glob(String text) {
    try {
      return Glob.of(text);
    } catch (IllegalArgumentException e) {
      throw new Trouble.BadConfiguration(
          "The input `models` has the pattern '"
              + text
              + "', which cannot be read: "
              + e.getMessage()
              + ". Write paths with *, ** and {a,b}, such as data-models/**/*.json.");
    }
  }

  /// What is about to happen, as a line for the log.
  String describe() {
    StringBuilder line = new StringBuilder();
    line.append(
        switch (mode) {
          case VALIDATE -> "Validating specs";
          case PLAN -> "Planning";
          case DEPLOY -> "Deploying";
          case DRIFT -> "Looking for drift";
          case AUTO, PREVIEW, CLEANUP, ROLLBACK, PULL -> mode.word();
        });
    settings
        .environment()
        .ifPresent(environment -> line.append(" for ").append(environment.name()));
    line.append(" at ").append(comparison.head().abbreviated());
    comparison.base().ifPresent(base -> line.append(", compared with ").append(base.abbreviated()));
    return line.toString();
  }
}
