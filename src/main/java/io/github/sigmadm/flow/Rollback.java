package io.github.sigmadm.flow;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.sigmadm.core.DataModelId;
import io.github.sigmadm.core.FolderId;
import io.github.sigmadm.match.LiveModel;
import io.github.sigmadm.plan.Change;
import io.github.sigmadm.plan.Comparison;
import io.github.sigmadm.plan.FileChange;
import io.github.sigmadm.plan.ModelPlan;
import io.github.sigmadm.plan.Outcome;
import io.github.sigmadm.plan.Side;
import io.github.sigmadm.tree.TreeWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Undoes a write that was not confirmed.
///
/// What was live before goes back with its ids, and is read back too; a model that the write made
/// is deleted. If that fails, it is said loudly, and the representation from before is left as a
/// file.
final class Rollback {

  private final LiveModels live;
  private final Artifacts artifacts;

  Rollback(LiveModels live, Artifacts artifacts) {
    this.live = live;
    this.artifacts = artifacts;
  }

  /// What undoing came to.
  ///
  /// @param now what is live; empty if it was deleted, or is not known
  record Undone(Outcome outcome, Optional<LiveModel> now) {}

  /// Deletes a model that a write has made.
  Undone delete(ModelPlan planned, DataModelId id, List<String> findings) {
    try {
      live.delete(id);
      return new Undone(
          new Outcome.RolledBack(
              planned, with(findings, "The model that had been made was deleted again.")),
          Optional.empty());
    } catch (Trouble trouble) {
      return new Undone(
          new Outcome.Failed(
              planned,
              String.join(" ", findings)
                  + " The model that had been made ("
                  + id
                  + ") could NOT be deleted again: "
                  + trouble.getMessage()
                  + " Delete it in Sigma.",
              true),
          Optional.empty());
    }
  }

  /// Puts a model back.
  ///
  /// @param now what the write left
  Undone restore(
      ModelPlan planned, LiveModel before, Optional<LiveModel> now, List<String> findings) {
    try {
      LiveModel left = now.or(() -> live.read(before.id())).orElse(before);
      live.update(before.id(), left.version(), before.content());
      FileChange file = backTo(before, left);
      if (!file.isEmpty()) {
        live.changeFile(before.id(), file);
      }
      Optional<LiveModel> again = live.read(before.id());
      List<Change> unlike =
          again.map(model -> Comparison.compare(Side.of(before), Side.of(model))).orElse(List.of());
      if (again.isPresent() && unlike.isEmpty()) {
        return new Undone(
            new Outcome.RolledBack(
                planned,
                with(
                    findings,
                    "What was live before (version "
                        + before.version()
                        + ") is live again, as version "
                        + again.get().version()
                        + ".")),
            again);
      }
      return failed(planned, before, findings, "what came back is not what was there before.");
    } catch (Trouble trouble) {
      return failed(planned, before, findings, String.valueOf(trouble.getMessage()));
    }
  }

  private Undone failed(ModelPlan planned, LiveModel before, List<String> findings, String reason) {
    String place =
        artifacts.keep(
            "sigma-dm-before-" + before.id() + ".json",
            TreeWriter.pretty(before.content().node()).getBytes(UTF_8));
    return new Undone(
        new Outcome.Failed(
            planned,
            String.join(" ", findings)
                + " What was live before could NOT be put back: "
                + reason
                + " It was version "
                + before.version()
                + ", and is kept in "
                + place
                + ". Look at the model in Sigma now.",
            true),
        Optional.empty());
  }

  private static FileChange backTo(LiveModel before, LiveModel left) {
    Optional<String> name = Optional.of(before.name()).filter(was -> !was.equals(left.name()));
    Optional<FolderId> folder =
        Optional.of(before.folder()).filter(was -> !was.equals(left.folder()));
    Optional<String> description =
        before.description().equals(left.description())
            ? Optional.empty()
            : Optional.of(before.description().orElse(""));
    return new FileChange(name, folder, description);
  }

  private static List<String> with(List<String> findings, String last) {
    List<String> all = new ArrayList<>(findings);
    all.add(last);
    return all;
  }
}
