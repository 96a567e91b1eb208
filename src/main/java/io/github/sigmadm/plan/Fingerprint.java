package io.github.sigmadm.plan;

import io.github.sigmadm.core.FolderId;
import io.github.sigmadm.match.LiveModel;
import io.github.sigmadm.tree.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/// Ties what was reviewed to what is deployed: two plans have one fingerprint when they would write
/// the same over the same live state.
///
/// It does not cover when or from which commit the plan was made, nor live versions: an edit that
/// is undone is none.
public final class Fingerprint {

  private final MessageDigest digest;

  private Fingerprint() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /// The fingerprint of some plans, whatever their order.
  public static String of(List<ModelPlan> models) {
    Fingerprint fingerprint = new Fingerprint();
    models.stream().sorted(Comparator.comparing(ModelPlan::path)).forEach(fingerprint::add);
    return HexFormat.of().formatHex(fingerprint.digest.digest());
  }

  private void add(ModelPlan plan) {
    switch (plan) {
      case ModelPlan.Create create -> {
        add("create", create.path().value(), create.name());
        add(create.folder().map(FolderId::value).orElse(""));
        digest.update(CanonicalJson.bytes(create.content().node()));
      }
      case ModelPlan.Update update -> {
        add("update", update.path().value(), update.name());
        update.live().ifPresent(this::addLive);
        add(update.file().name().orElse(""));
        add(update.file().folder().map(FolderId::value).orElse(""));
        add(update.file().description().map(text -> "=" + text).orElse(""));
        digest.update(CanonicalJson.bytes(update.content().node()));
      }
      case ModelPlan.Delete delete -> {
        add("delete", delete.path().value(), Boolean.toString(delete.pruned()));
        delete.live().ifPresent(this::addLive);
      }
      // nothing is written for these, so nothing about them is reviewed
      case ModelPlan.Unchanged ignored -> {}
      case ModelPlan.Invalid invalid -> add("invalid", invalid.path().value());
      case ModelPlan.Conflict conflict -> add("conflict", conflict.path().value());
    }
  }

  private void addLive(LiveModel live) {
    add(live.id().value(), live.name(), live.folder().value(), live.description().orElse(""));
    digest.update(CanonicalJson.bytes(pages(live)));
  }

  private static io.github.sigmadm.tree.Node pages(LiveModel live) {
    return live.content().node().get("pages").orElse(live.content().node());
  }

  /// Texts with their lengths before them, so that no two lists of texts look alike.
  private void add(String... texts) {
    for (String text : texts) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
      digest.update(bytes);
    }
  }
}
