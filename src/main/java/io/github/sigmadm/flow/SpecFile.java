package io.github.sigmadm.flow;

import io.github.sigmadm.core.Diagnostic;
import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.core.Span;
import io.github.sigmadm.spec.DataModel;
import io.github.sigmadm.tree.Node.ObjectNode;
import io.github.sigmadm.tree.Reading;
import io.github.sigmadm.tree.TreeReader;
import java.util.ArrayList;
import java.util.List;

/// A spec file of a commit, as far as it can be read.
sealed interface SpecFile {

  RepositoryPath path();

  /// What reading it found.
  List<Diagnostic> diagnostics();

  /// A name for people: the model's, or the file's where that cannot be told.
  default String name() {
    return switch (this) {
      case Parsed parsed ->
          parsed.model().name().map(name -> name.value()).orElse(path().fileName());
      case Broken ignored -> path().fileName();
    };
  }

  /// It is an object; whether it is a sound data model is for the rules to say.
  record Parsed(RepositoryPath path, DataModel model, List<Diagnostic> diagnostics)
      implements SpecFile {
    public Parsed {
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /// It is no JSON or YAML, or not an object.
  record Broken(RepositoryPath path, List<Diagnostic> diagnostics) implements SpecFile {
    public Broken {
      diagnostics = List.copyOf(diagnostics);
    }
  }

  static SpecFile parse(RepositoryPath path, byte[] bytes) {
    if (LargeFilePointer.is(bytes)) {
      return new Broken(
          path,
          List.of(
              Diagnostic.error(
                  "lfs-pointer",
                  path,
                  Span.FILE_START,
                  "The file is kept in Git LFS, so its commit holds only a pointer to the model.",
                  "Commit the spec itself: remove its pattern from .gitattributes, then run `git"
                      + " add --renormalize` on it.")));
    }
    Reading reading = TreeReader.read(path, bytes);
    List<Diagnostic> diagnostics = new ArrayList<>(reading.diagnostics());
    if (reading.hasErrors()) {
      return new Broken(path, diagnostics);
    }
    if (reading.root().orElse(null) instanceof ObjectNode document) {
      return new Parsed(path, DataModel.of(document), diagnostics);
    }
    reading
        .root()
        .ifPresent(root ->
            diagnostics.add(
                Diagnostic.error(
                    "not-an-object",
                    path,
                    root.span(),
                    "A data model's file holds one object with `schemaVersion` and `pages`; this"
                        + " one holds something else.",
                    "Write the model as Sigma's code representation has it, or exclude the file"
                        + " with `exclude` in sigma-dm.yml.")));
    return new Broken(path, diagnostics);
  }
}
