package io.github.sigmadm.sandbox.store;

import io.github.sigmadm.sandbox.document.DocumentView;
import io.github.sigmadm.sandbox.document.Surroundings;
import io.github.sigmadm.sandbox.document.WarehouseColumn;
import io.github.sigmadm.sandbox.formula.FriendlyName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The organisation as documents see it, for the length of one request: views of other models are
/// kept, so that models that use each other come to an end.
final class LiveSurroundings implements Surroundings {

  private final Organisation organisation;
  private final FriendlyName friendlyName;
  private final Map<String, DocumentView> views = new HashMap<>();

  LiveSurroundings(Organisation organisation, FriendlyName friendlyName) {
    this.organisation = organisation;
    this.friendlyName = friendlyName;
  }

  @Override
  public Optional<DocumentView> dataModel(String dataModelId) {
    DocumentView known = views.get(dataModelId);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<DocumentView> view =
        organisation
            .models()
            .live(dataModelId)
            .map(model -> new DocumentView(model.latest().pages(), this));
    view.ifPresent(found -> views.put(dataModelId, found));
    return view;
  }

  @Override
  public boolean hasTable(String connectionId, List<String> path) {
    return organisation.catalogue().table(connectionId, path).isPresent();
  }

  @Override
  public Optional<List<WarehouseColumn>> columns(String connectionId, List<String> path) {
    return organisation
        .catalogue()
        .table(connectionId, path)
        .map(WarehouseTable::columns)
        .filter(columns -> !columns.isEmpty());
  }

  @Override
  public boolean friendlyNames(String connectionId) {
    return organisation.catalogue().connections().stream()
        .filter(connection -> connection.id().equals(connectionId))
        .allMatch(Connection::friendlyNames);
  }

  @Override
  public FriendlyName friendlyName() {
    return friendlyName;
  }
}
