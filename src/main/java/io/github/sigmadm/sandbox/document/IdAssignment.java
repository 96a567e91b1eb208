package io.github.sigmadm.sandbox.document;

import io.github.sigmadm.sandbox.options.IdMode;
import io.github.sigmadm.sandbox.options.Quirk;
import io.github.sigmadm.sandbox.options.SandboxOptions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.node.ArrayNode;

/// Which submitted ids stay and which are replaced.
public final class IdAssignment {

  private IdAssignment() {}

  /// The pages of a create. `mint` gives the new id for a submitted one.
  public static ArrayNode create(
      ArrayNode pages, SandboxOptions options, Function<IdKey, String> mint) {
    return switch (options.ids()) {
      case KEEP -> pages.deepCopy();
      case REMAP -> replace(pages, Set.of(), options, mint);
    };
  }

  /// The pages of an update to a model that has `live` now.
  public static ArrayNode update(
      ArrayNode pages, ArrayNode live, SandboxOptions options, Function<IdKey, String> mint) {
    if (options.has(Quirk.ALL_IDS_REPLACED_ON_UPDATE)) {
      return replace(pages, Set.of(), options, mint);
    }
    return options.ids() == IdMode.KEEP
        ? pages.deepCopy()
        : replace(pages, Ids.declared(live), options, mint);
  }

  private static ArrayNode replace(
      ArrayNode pages, Set<IdKey> kept, SandboxOptions options, Function<IdKey, String> mint) {
    Map<IdKey, String> replacements = new LinkedHashMap<>();
    for (IdKey key : Ids.declared(pages)) {
      boolean inode =
          options.has(Quirk.INODE_COLUMN_IDS_KEPT)
              && key.kind() == IdKind.COLUMN
              && key.id().startsWith("inode-");
      if (!kept.contains(key) && !inode) {
        replacements.put(key, mint.apply(key));
      }
    }
    return Ids.replace(pages, replacements);
  }
}
