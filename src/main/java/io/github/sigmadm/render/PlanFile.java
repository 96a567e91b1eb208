package io.github.sigmadm.render;

import io.github.sigmadm.core.Commit;
import io.github.sigmadm.core.DataModelId;
import io.github.sigmadm.core.Diagnostic;
import io.github.sigmadm.core.EnvironmentName;
import io.github.sigmadm.match.LiveModel;
import io.github.sigmadm.plan.Change;
import io.github.sigmadm.plan.ChangeSeverity;
import io.github.sigmadm.plan.Drift;
import io.github.sigmadm.plan.Impact;
import io.github.sigmadm.plan.ModelPlan;
import io.github.sigmadm.plan.Plan;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The plan as JSON for other programs: complete, and byte for byte the same for the same plan.
///
/// Every key is always there; what does not exist is `null`.
///
/// An entry of `drift` is a change that somebody made in Sigma since the last deploy, in the shape
/// of `changes`, with three more keys: `fate` is `kept` (it stays), `overwritten` (it is set back
/// to what the file says) or `dropped` (it was only added in Sigma, and goes); `collides` says
/// whether the file changed the same thing; and `collision` is that change of the file.
public final class PlanFile {

  /// The version of the shape. A reader that knows this number can read the file.
  static final int VERSION = 1;

  private PlanFile() {}

  /// The text of the file, with a line feed at the end.
  public static String of(Plan plan) {
    ObjectNode root =
        Json.object()
            .put("version", VERSION)
            .put("environment", plan.environment().map(EnvironmentName::value).orElse(null))
            .put("commit", plan.commit().id())
            .put("base", plan.base().map(Commit::id).orElse(null))
            .put("fingerprint", plan.fingerprint().orElse(null));
    root.set("summary", summary(plan));
    root.set("models", array(plan.models(), PlanFile::model));
    return Json.pretty(root);
  }

  private static ObjectNode summary(Plan plan) {
    return Json.object()
        .put("create", plan.creates())
        .put("update", plan.updates())
        .put("rename", plan.renames())
        .put("move", plan.moves())
        .put("delete", plan.deletes())
        .put("unchanged", plan.unchanged())
        .put("invalid", plan.invalid())
        .put("breaking", plan.changes(ChangeSeverity.BREAKING))
        .put("security", plan.changes(ChangeSeverity.SECURITY))
        .put("drifted", plan.drifted());
  }

  private static ObjectNode model(ModelPlan model) {
    ObjectNode node =
        Json.object()
            .put("path", model.path().value())
            .put("name", model.name())
            .put("action", model.action())
            .put("dataModelId", model.dataModelId().map(DataModelId::value).orElse(null))
            .put("url", model.live().flatMap(LiveModel::url).orElse(null))
            .put("liveVersion", model.liveVersion().orElse(null));
    node.set("changes", array(model.plannedChanges(), PlanFile::change));
    node.set("drift", array(model.plannedDrift(), PlanFile::drift));
    node.set("impact", array(PlanParts.impact(model), PlanFile::impact));
    node.set("diagnostics", array(model.diagnostics(), PlanFile::diagnostic));
    return node;
  }

  private static ObjectNode change(Change change) {
    return Json.object()
        .put("kind", change.kind())
        .put("severity", change.severity().word())
        .put("page", change.page().orElse(null))
        .put("element", change.element().orElse(null))
        .put("subject", change.subject())
        .put("property", change.property().orElse(null))
        .put("before", change.before().orElse(null))
        .put("after", change.after().orElse(null));
  }

  private static ObjectNode drift(Drift drift) {
    ObjectNode node =
        change(drift.change()).put("fate", drift.fate().word()).put("collides", drift.collides());
    node.set("collision", drift.collision().<JsonNode>map(PlanFile::change).orElse(null));
    return node;
  }

  private static ObjectNode impact(Impact impact) {
    return Json.object()
        .put("workbook", impact.workbook())
        .put("url", impact.url().orElse(null))
        .put("reason", impact.reason());
  }

  private static ObjectNode diagnostic(Diagnostic diagnostic) {
    return Json.object()
        .put("severity", diagnostic.severity().name().toLowerCase(Locale.ROOT))
        .put("code", diagnostic.code())
        .put("file", diagnostic.file().value())
        .put("line", diagnostic.span().start().line())
        .put("column", diagnostic.span().start().column())
        .put("message", diagnostic.message())
        .put("hint", diagnostic.hint().orElse(null));
  }

  private static <T> ArrayNode array(List<T> items, Function<T, ? extends JsonNode> write) {
    ArrayNode array = Json.array();
    items.forEach(item -> array.add(write.apply(item)));
    return array;
  }
}
