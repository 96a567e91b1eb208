package io.github.sigmadm.sigma;

import io.github.sigmadm.core.DataModelId;
import io.github.sigmadm.flow.Consumers;
import io.github.sigmadm.flow.Trouble;
import io.github.sigmadm.plan.ModelUse;
import io.github.sigmadm.plan.Workbook;
import io.github.sigmadm.tree.Node.ObjectNode;
import io.github.sigmadm.tree.Node.TextNode;
import java.util.List;

/// The documents of an organisation that may use data models, through Sigma's REST API.
final class SigmaConsumers implements Consumers {

  private final Caller caller;

  SigmaConsumers(Caller caller) {
    this.caller = caller;
  }

  /// All of the organisation for an administrator, and for others what they see.
  @Override
  public List<Workbook> workbooks() {
    Call call = Endpoints.workbooks();
    return everyOne(call).stream()
        .filter(entry -> !Said.flag(entry, "isArchived"))
        .map(entry ->
            new Workbook(
                caller.required(call, Said.text(entry, "workbookId"), "workbookId"),
                Said.text(entry, "name").orElse("(without a name)"),
                Said.text(entry, "url")))
        .toList();
  }

  private List<ObjectNode> everyOne(Call call) {
    try {
      return caller.entries(
          call.with("skipPermissionCheck", "true").with("excludeExplorations", "true"));
    } catch (Trouble.NotAllowed | Trouble.Rejected noAdministrator) {
      return caller.entries(call);
    }
  }

  @Override
  public List<ModelUse> usesOf(Workbook workbook) {
    Call call = Endpoints.workbookSources(workbook.id());
    return uses(call, caller.allEntries(call));
  }

  @Override
  public List<ModelUse> usesOf(DataModelId model) {
    Call call = Endpoints.modelSources(model);
    // gone meanwhile: it uses nothing
    return uses(call, caller.tokenEntries(call).orElse(List.of()));
  }

  private List<ModelUse> uses(Call call, List<ObjectNode> sources) {
    return sources.stream()
        .filter(source -> source.text("type").filter("data-model"::equals).isPresent())
        .map(source ->
            new ModelUse(
                new DataModelId(
                    caller.required(call, Said.text(source, "dataModelId"), "dataModelId")),
                source.items("elementIds").stream()
                    .filter(TextNode.class::isInstance)
                    .map(TextNode.class::cast)
                    .map(TextNode::value)
                    .toList(),
                Said.text(source, "versionTagId").isPresent()))
        .toList();
  }
}
