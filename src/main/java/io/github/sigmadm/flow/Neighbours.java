package io.github.sigmadm.flow;

import io.github.sigmadm.check.OtherSpecs;
import io.github.sigmadm.check.RepositorySpec;
import io.github.sigmadm.config.Configuration;
import io.github.sigmadm.config.Environment;
import io.github.sigmadm.config.ModelOverride;
import io.github.sigmadm.core.FolderId;
import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.resolve.ModelLink;
import io.github.sigmadm.spec.DataModel;
import io.github.sigmadm.tree.Node.TextNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The specs of a commit, as the rules find them.
final class Neighbours implements OtherSpecs {

  private final Snapshot snapshot;
  private final Map<RepositoryPath, RepositorySpec> files;

  Neighbours(Snapshot snapshot, Configuration configuration, Optional<Environment> environment) {
    this.snapshot = snapshot;
    Map<RepositoryPath, RepositorySpec> readable = new LinkedHashMap<>();
    for (RepositoryPath path : snapshot.paths()) {
      if (snapshot.file(path).orElse(null) instanceof SpecFile.Parsed parsed) {
        readable.put(path, seen(path, parsed.model(), configuration, environment));
      }
    }
    this.files = Collections.unmodifiableMap(readable);
  }

  private static RepositorySpec seen(
      RepositoryPath path,
      DataModel model,
      Configuration configuration,
      Optional<Environment> environment) {
    ModelOverride override =
        environment
            .map(target -> configuration.override(path, target.name()))
            .orElse(ModelOverride.NONE);
    return new RepositorySpec(
        model,
        override
            .folder()
            .or(() -> environment.flatMap(Environment::folder))
            .map(FolderId::value)
            .or(() -> model.folderId().map(TextNode::value)),
        override.id().isPresent() || model.dataModelId().isPresent());
  }

  @Override
  public Optional<DataModel> find(String reference) {
    return path(reference).map(files::get).map(RepositorySpec::model);
  }

  @Override
  public Optional<RepositoryPath> path(String reference) {
    return ModelLink.target(reference)
        .or(() -> Optional.ofNullable(snapshot.exported().get(reference)))
        .filter(snapshot.paths()::contains);
  }

  @Override
  public Map<RepositoryPath, RepositorySpec> files() {
    return files;
  }
}
