package io.github.sigmadm.plan;

import io.github.sigmadm.core.FolderId;
import io.github.sigmadm.match.LiveModel;
import io.github.sigmadm.tree.ContentHash;
import java.util.Comparator;
import java.util.List;

/// Ties what was reviewed to what is deployed: two plans have one fingerprint when they would write
/// the same over the same live state.
///
/// It does not cover when or from which commit the plan was made, nor live versions: an edit that
/// is undone is none.
public final class Fingerprint {

  private final ContentHash hash = new ContentHash();

  private Fingerprint() {}

  /// The fingerprint of some plans, whatever their order.
  public static String of(List<ModelPlan> models) {
    Fingerprint fingerprint = new Fingerprint();
    models.stream().sorted(Comparator.comparing(ModelPlan::path)).forEach(fingerprint::add);
    return fingerprint.hash.hex();
  }

  private void add(ModelPlan plan) {
    switch (plan) {
      case ModelPlan.Create create -> {
        hash.add("create", create.path().value(), create.name());
        hash.add(create.folder().map(FolderId::value).orElse(""));
        hash.add(create.content().node());
      }
      case ModelPlan.Update update -> {
        hash.add("update", update.path().value(), update.name());
        update.live().ifPresent(this::addLive);
        hash.add(update.file().name().orElse(""));
        hash.add(update.file().folder().map(FolderId::value).orElse(""));
        hash.add(update.file().description().map(text -> "=" + text).orElse(""));
        hash.add(update.content().node());
      }
      case ModelPlan.Delete delete -> {
        hash.add("delete", delete.path().value(), Boolean.toString(delete.pruned()));
        delete.live().ifPresent(this::addLive);
      }
      // nothing is written for these, so nothing about them is reviewed
      case ModelPlan.Unchanged ignored -> {}
      case ModelPlan.Invalid invalid -> hash.add("invalid", invalid.path().value());
      case ModelPlan.Conflict conflict -> hash.add("conflict", conflict.path().value());
    }
  }

  private void addLive(LiveModel live) {
    hash.add(live.id().value(), live.name(), live.folder().value(), live.description().orElse(""));
    hash.add(pages(live));
  }

  private static io.github.sigmadm.tree.Node pages(LiveModel live) {
    return live.content().node().get("pages").orElse(live.content().node());
  }
}
