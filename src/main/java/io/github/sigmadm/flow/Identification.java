package io.github.sigmadm.flow;

import io.github.sigmadm.core.DataModelId;
import io.github.sigmadm.core.FolderId;
import io.github.sigmadm.match.LiveEntry;
import io.github.sigmadm.match.LiveIdentity;
import io.github.sigmadm.match.LiveIdentity.Evidence;
import io.github.sigmadm.match.LiveModel;
import io.github.sigmadm.resolve.ResolvedSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Finds the live model of a spec: the one that the configuration names; else the one that the file
/// was last deployed to, if it still lives; else the one that the file was exported from, if it
/// lives in the environment's folder; else the only one of that name in the folder; else the only
/// one there with the name that the file had before; else there is none yet.
///
/// The list of models is asked for at most once, and each model is read at most once. May be used
/// from several threads.
final class Identification {

  private final LiveModels live;
  private final Map<DataModelId, Optional<LiveModel>> read = new ConcurrentHashMap<>();
  private final Object listing = new Object();
  private Optional<List<LiveEntry>> listed = Optional.empty();

  Identification(LiveModels live) {
    this.live = live;
  }

  /// What is known about a spec's model from elsewhere.
  ///
  /// @param configured the model that the configuration names for this file
  /// @param deployed the model that the file was last deployed to
  /// @param previousName the name that the file had before this change, unless another spec has
  ///   that name now
  record Clues(
      Optional<DataModelId> configured,
      Optional<DataModelId> deployed,
      Optional<String> previousName) {}

  LiveIdentity identify(ResolvedSpec spec, Clues clues) {
    if (clues.configured().isPresent()) {
      DataModelId id = clues.configured().get();
      return read(id)
          .<LiveIdentity>map(model -> new LiveIdentity.Known(model, Evidence.CONFIGURED))
          .orElseGet(() -> new LiveIdentity.Missing(id));
    }
    return clues
        .deployed()
        .flatMap(this::alive)
        .<LiveIdentity>map(model -> new LiveIdentity.Known(model, Evidence.STATE))
        .or(() -> exported(spec))
        .or(() -> named(spec.name(), spec.folder(), Evidence.NAME))
        .or(() ->
            clues
                .previousName()
                .flatMap(name -> named(name, spec.folder(), Evidence.PREVIOUS_NAME)))
        .orElseGet(LiveIdentity.New::new);
  }

  /// A model, unless it was deleted or is out of sight.
  Optional<LiveModel> alive(DataModelId id) {
    return list().stream().anyMatch(entry -> entry.id().equals(id)) ? read(id) : Optional.empty();
  }

  private Optional<LiveIdentity> exported(ResolvedSpec spec) {
    return spec.exportedId()
        .flatMap(this::alive)
        .filter(model -> spec.folder().map(folder -> folder.equals(model.folder())).orElse(true))
        .map(model -> new LiveIdentity.Known(model, Evidence.EXPORTED_ID));
  }

  private Optional<LiveIdentity> named(String name, Optional<FolderId> folder, Evidence evidence) {
    List<LiveModel> found = new ArrayList<>();
    for (LiveEntry entry : list()) {
      if (entry.name().equals(name)) {
        read(entry.id())
            .filter(model -> folder.map(model.folder()::equals).orElse(false))
            .ifPresent(found::add);
      }
    }
    return switch (found.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(new LiveIdentity.Known(found.getFirst(), evidence));
      default ->
          Optional.of(
              new LiveIdentity.Ambiguous(
                  found.stream()
                      .map(model ->
                          new LiveEntry(model.id(), model.name(), model.url(), model.version()))
                      .toList()));
    };
  }

  private Optional<LiveModel> read(DataModelId id) {
    return read.computeIfAbsent(id, live::read);
  }

  private List<LiveEntry> list() {
    synchronized (listing) {
      if (listed.isEmpty()) {
        listed = Optional.of(List.copyOf(live.list()));
      }
      return listed.get();
    }
  }
}
