package io.github.sigmadm.check;

import io.github.sigmadm.core.Diagnostic;
import java.util.List;

/// What the rules look at.
///
/// @param spec the file
/// @param isNew whether deploying it would create a model rather than update one
/// @param folderIsGiven whether the configuration says in which folder a new model goes, so that
///   the file need not
/// @param others the other specs of the repository
/// @param base what the rules found in the file as the base commit has it; empty if it has none
public record CheckInput(
    ParsedSpec spec,
    boolean isNew,
    boolean folderIsGiven,
    OtherSpecs others,
    List<Diagnostic> base) {

  public CheckInput {
    base = List.copyOf(base);
  }

  /// A file that exists in the base and by itself.
  public static CheckInput existing(ParsedSpec spec) {
    return new CheckInput(spec, false, true, OtherSpecs.NONE, List.of());
  }

  /// A file that would be created, by itself.
  public static CheckInput created(ParsedSpec spec) {
    return new CheckInput(spec, true, false, OtherSpecs.NONE, List.of());
  }

  public CheckInput with(OtherSpecs specs) {
    return new CheckInput(spec, isNew, folderIsGiven, specs, base);
  }

  public CheckInput withBase(List<Diagnostic> found) {
    return new CheckInput(spec, isNew, folderIsGiven, others, found);
  }

  public CheckInput withFolderGiven() {
    return new CheckInput(spec, isNew, true, others, base);
  }
}
