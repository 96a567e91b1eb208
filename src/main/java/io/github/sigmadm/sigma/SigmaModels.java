package io.github.sigmadm.sigma;

import io.github.sigmadm.core.DataModelId;
import io.github.sigmadm.core.FolderId;
import io.github.sigmadm.flow.Credentials;
import io.github.sigmadm.flow.LiveColumn;
import io.github.sigmadm.flow.LiveElement;
import io.github.sigmadm.flow.LiveModels;
import io.github.sigmadm.flow.LiveSchedule;
import io.github.sigmadm.flow.Trouble;
import io.github.sigmadm.http.Pacing;
import io.github.sigmadm.http.Secrets;
import io.github.sigmadm.http.ServiceClient;
import io.github.sigmadm.match.LiveEntry;
import io.github.sigmadm.match.LiveModel;
import io.github.sigmadm.plan.FileChange;
import io.github.sigmadm.spec.DataModel;
import io.github.sigmadm.tree.Node.ObjectNode;
import io.github.sigmadm.tree.Node.TextNode;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// The live models of one organisation, through Sigma's REST API.
///
/// Calls: the first needs a token; a list takes one for every thousand models; reading a model that
/// was listed takes one, any other two.
public final class SigmaModels implements LiveModels {

  private final Caller caller;
  private final ModelCreation creation;
  private final ModelUpdate update;

  /// Models that live as far as we know: those of the last list, and those made since.
  private final Set<DataModelId> alive = ConcurrentHashMap.newKeySet();

  /// Models that were ever seen or made here.
  private final Set<DataModelId> known = ConcurrentHashMap.newKeySet();

  private volatile boolean listed;

  /// @param api the API's address, such as `https://aws-api.sigmacomputing.com`
  /// @param client stays the caller's to close
  /// @param secrets learns the credentials and every token
  public SigmaModels(
      URI api, Credentials credentials, ServiceClient client, Secrets secrets, Pacing pacing) {
    this(SigmaOrganisation.caller(api, credentials, client, secrets, pacing), pacing);
  }

  SigmaModels(Caller caller, Pacing pacing) {
    this.caller = caller;
    this.creation = new ModelCreation(caller, this, pacing.sleeper());
    this.update = new ModelUpdate(caller, this);
  }

  @Override
  public List<LiveEntry> list() {
    Call call = Endpoints.models();
    List<LiveEntry> entries =
        caller.entries(call).stream()
            .filter(entry -> !Said.flag(entry, "isArchived"))
            .map(entry -> entry(call, entry))
            .toList();
    Set<DataModelId> ids = entries.stream().map(LiveEntry::id).collect(Collectors.toSet());
    alive.retainAll(ids);
    alive.addAll(ids);
    known.addAll(ids);
    listed = true;
    return entries;
  }

  @Override
  public Optional<LiveModel> read(DataModelId id) {
    Call call = Endpoints.spec(id);
    return caller.find(call).flatMap(said -> live(call, id, said));
  }

  @Override
  public DataModelId create(
      String name, FolderId folder, Optional<String> description, DataModel content) {
    if (!listed) {
      // To tell a model that a lost create made from one that was there before.
      var _ = list();
    }
    DataModelId id = creation.create(name, folder, description, content, Set.copyOf(known));
    alive.add(id);
    known.add(id);
    return id;
  }

  @Override
  public void update(DataModelId id, long plannedVersion, DataModel content) {
    update.update(id, plannedVersion, content);
  }

  @Override
  public void changeFile(DataModelId id, FileChange change) {
    if (!change.isEmpty()) {
      settle(Endpoints.changeFile(id, change));
    }
  }

  @Override
  public void delete(DataModelId id) {
    settle(Endpoints.delete(id));
    alive.remove(id);
  }

  @Override
  public void restore(DataModelId id) {
    settle(Endpoints.restore(id));
    alive.add(id);
  }

  /// Makes a change that may be made twice.
  private void settle(Call call) {
    switch (caller.send(call)) {
      case Answer.Done ignored -> {}
      case Answer.Refused refused -> throw caller.rejected(call, refused.refusal());
      case Answer.Lost lost ->
          throw new Trouble.OutcomeUnknown(
              lost.what() + " Run again: what is live is compared with the file then.", null);
    }
  }

  @Override
  public List<LiveColumn> columns(DataModelId id) {
    Call call = Endpoints.columns(id);
    return caller.entries(call).stream().map(entry -> column(call, entry)).toList();
  }

  @Override
  public List<LiveSchedule> schedules(DataModelId id) {
    Call call = Endpoints.schedules(id);
    return caller.tokenEntries(call).stream()
        .flatMap(List::stream)
        .filter(entry -> entry.object("schedule").isPresent())
        .map(entry -> {
          String element = caller.required(call, Said.text(entry, "elementId"), "elementId");
          return new LiveSchedule(element, Said.text(entry, "elementName").orElse(element));
        })
        .toList();
  }

  @Override
  public List<LiveElement> elements(DataModelId id) {
    Call call = Endpoints.elements(id);
    return caller.entries(call).stream()
        .map(entry ->
            new LiveElement(
                caller.required(call, Said.text(entry, "elementId"), "elementId"),
                Said.text(entry, "name").orElse(""),
                Said.text(entry, "type").orElse(""),
                entry.items("columns").stream()
                    .filter(TextNode.class::isInstance)
                    .map(TextNode.class::cast)
                    .map(TextNode::value)
                    .toList(),
                Said.text(entry, "error")))
        .toList();
  }

  private Optional<LiveModel> live(Call call, DataModelId id, ObjectNode said) {
    Optional<String> folder = Said.text(said, "folderId");
    if (folder.isEmpty() || !alive.contains(id)) {
      // The representation does not tell whether the model was deleted, and may lack its folder.
      Optional<ObjectNode> file = file(id).filter(found -> !Said.flag(found, "isArchived"));
      if (file.isEmpty()) {
        return Optional.empty();
      }
      folder = folder.or(() -> Said.text(file.get(), "parentId"));
    }
    return Optional.of(
        new LiveModel(
            id,
            caller.required(call, Said.text(said, "name"), "name"),
            new FolderId(caller.required(call, folder, "folderId")),
            Said.text(said, "description"),
            Said.text(said, "url"),
            caller.required(call, Said.number(said, "documentVersion"), "documentVersion"),
            DataModel.of(said)));
  }

  private Optional<ObjectNode> file(DataModelId id) {
    return caller.find(Endpoints.file(id));
  }

  private LiveEntry entry(Call call, ObjectNode entry) {
    return new LiveEntry(
        new DataModelId(caller.required(call, Said.text(entry, "dataModelId"), "dataModelId")),
        caller.required(call, entry.text("name"), "name"),
        Said.text(entry, "url"),
        caller.required(call, Said.number(entry, "latestVersion"), "latestVersion"));
  }

  private LiveColumn column(Call call, ObjectNode entry) {
    // The type is an object whose `type` names it; a bare name is read too.
    Optional<String> type =
        entry.object("type").flatMap(object -> object.text("type")).or(() -> entry.text("type"));
    String id = caller.required(call, Said.text(entry, "columnId"), "columnId");
    return new LiveColumn(
        caller.required(call, Said.text(entry, "elementId"), "elementId"),
        id,
        Said.text(entry, "name").or(() -> Said.text(entry, "label")).orElse(id),
        type.filter("error"::equals).isPresent());
  }
}
