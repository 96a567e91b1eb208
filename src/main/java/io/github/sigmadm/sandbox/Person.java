package io.github.sigmadm.sandbox;

import io.github.sigmadm.sandbox.document.DocumentView;
import io.github.sigmadm.sandbox.document.Json;
import io.github.sigmadm.sandbox.document.WarehouseColumn;
import io.github.sigmadm.sandbox.rest.People;
import io.github.sigmadm.sandbox.store.Connection;
import io.github.sigmadm.sandbox.store.DataModel;
import io.github.sigmadm.sandbox.store.DocumentVersion;
import io.github.sigmadm.sandbox.store.FileType;
import io.github.sigmadm.sandbox.store.Files;
import io.github.sigmadm.sandbox.store.MaterializationSchedule;
import io.github.sigmadm.sandbox.store.Organisation;
import io.github.sigmadm.sandbox.store.UnsupportedElement;
import io.github.sigmadm.sandbox.store.Workbook;
import io.github.sigmadm.sandbox.store.WorkbookElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Someone who works in Sigma's own user interface, beside whatever the API is used for. Nothing
/// done here is in the request log.
public final class Person {

  private final Organisation organisation;

  Person(Organisation organisation) {
    this.organisation = organisation;
  }

  /// Edits a model: gets its pages (a copy, to be changed or replaced), saves what comes back as a
  /// new version. Ids stay as they are.
  public void edit(String dataModelId, UnaryOperator<ArrayNode> change) {
    organisation.exclusively(
        () -> organisation.models().edit(dataModelId, change, People.ANALYST_ID));
  }

  /// Edits a model as text: gets its pages as compact JSON, saves what comes back.
  public void editText(String dataModelId, UnaryOperator<String> change) {
    edit(
        dataModelId,
        pages ->
            Json.parse(change.apply(Json.text(pages)))
                .filter(ArrayNode.class::isInstance)
                .map(ArrayNode.class::cast)
                .orElseThrow(() -> new IllegalArgumentException("the edit is no JSON array")));
  }

  /// Gives a column or metric, found by its name as people see it, another formula.
  public void changeFormula(String dataModelId, String elementName, String name, String formula) {
    edit(
        dataModelId,
        pages -> {
          columnOrMetric(table(pages, elementName), name, view(pages)).put("formula", formula);
          return pages;
        });
  }

  /// Adds a column to an element, found by its name as people see it.
  public void addColumn(String dataModelId, String elementName, String name, String formula) {
    edit(
        dataModelId,
        pages -> {
          ObjectNode table = table(pages, elementName);
          String id = organisation.identifiers().nano("column", dataModelId, elementName, name);
          table
              .withArray("columns")
              .addObject()
              .put("id", id)
              .put("formula", formula)
              .put("name", name);
          if (table.path("order") instanceof ArrayNode order) {
            order.add(id);
          }
          return pages;
        });
  }

  /// Makes a model in the folder of the representation, with its ids as they are and the
  /// `dataModelId` that it has, if any; without a folder in this person's home folder. Returns the
  /// id.
  public String addDataModel(ObjectNode spec) {
    String folder = Json.string(spec, "folderId");
    return addDataModel(spec, folder.isEmpty() ? homeFolder() : folder);
  }

  /// Makes a model from JSON text, as [#addDataModel(ObjectNode)] does.
  public String addDataModel(String spec) {
    return addDataModel(
        Json.parse(spec)
            .filter(ObjectNode.class::isInstance)
            .map(ObjectNode.class::cast)
            .orElseThrow(() -> new IllegalArgumentException("no JSON object")));
  }

  /// Makes a model in this folder, as [#addDataModel(ObjectNode)] does.
  public String addDataModel(ObjectNode spec, String folderId) {
    return organisation.exclusively(
        () -> organisation.models().existing(spec, folderId, People.ANALYST_ID).id());
  }

  /// Puts an input table into a model. Returns its element id.
  public String addInputTable(String dataModelId, String name, String... columns) {
    return organisation.exclusively(() -> {
      DocumentVersion latest = organisation.models().get(dataModelId).latest();
      String id = organisation.identifiers().nano("input-table", dataModelId, name);
      List<UnsupportedElement> elements = new ArrayList<>(latest.unsupported());
      elements.add(new UnsupportedElement(id, name, "input-table", List.of(columns)));
      organisation.models().withUnsupported(dataModelId, elements, People.ANALYST_ID);
      return id;
    });
  }

  /// Makes a folder that is listed at once. Returns its id.
  public String addFolder(String name, String parentId) {
    String id =
        organisation.exclusively(() -> organisation.identifiers().uuid("folder", parentId, name));
    return addFolder(id, name, parentId);
  }

  /// Makes a folder of this id, such as the one that a representation names.
  public String addFolder(String id, String name, String parentId) {
    return organisation.exclusively(() ->
        organisation
            .files()
            .existing(id, FileType.FOLDER, name, parentId, "", People.ANALYST_ID)
            .id());
  }

  /// Gives a file another name.
  public void rename(String id, String name) {
    organisation.exclusively(() -> organisation.files().rename(id, name, People.ANALYST_ID));
  }

  /// Moves a file to another folder.
  public void move(String id, String folderId) {
    organisation.exclusively(() -> organisation.files().move(id, folderId, People.ANALYST_ID));
  }

  /// Gives a file another description.
  public void describe(String id, String description) {
    organisation.exclusively(
        () -> organisation.files().describe(id, description, People.ANALYST_ID));
  }

  /// Deletes a file; it stays restorable.
  public void delete(String id) {
    organisation.exclusively(() -> organisation.files().archive(id, true, People.ANALYST_ID));
  }

  /// Sets up a regular materialisation of an element.
  public void scheduleMaterialization(String dataModelId, String elementId, String cronSpec) {
    organisation.exclusively(() -> {
      DataModel model = organisation.models().get(dataModelId);
      List<MaterializationSchedule> schedules = new ArrayList<>(model.schedules());
      schedules.add(
          new MaterializationSchedule(
              organisation.identifiers().nano("sheet", dataModelId, elementId),
              elementId,
              cronSpec,
              "UTC",
              organisation.options().clock().instant(),
              false));
      organisation.models().schedule(dataModelId, schedules);
      return true;
    });
  }

  /// Makes a workbook with one element for each of these elements of a model. Returns its id.
  public String addWorkbook(String name, String dataModelId, String... elementIds) {
    List<WorkbookElement> elements = new ArrayList<>();
    for (String elementId : elementIds) {
      elements.add(
          new WorkbookElement("view-of-" + elementId, name, dataModelId, elementId, List.of()));
    }
    return addWorkbook(name, elements);
  }

  /// Makes a workbook with these elements. Returns its id.
  public String addWorkbook(String name, List<WorkbookElement> elements) {
    return organisation.exclusively(() -> {
      String number = Integer.toString(organisation.workbooks().size());
      String id = organisation.identifiers().uuid("workbook", name, number);
      organisation
          .files()
          .existing(id, FileType.WORKBOOK, name, Sandbox.WORKSPACE, "", People.ANALYST_ID);
      organisation.put(new Workbook(id, elements));
      return id;
    });
  }

  /// Adds a connection.
  ///
  /// @param friendlyNames whether raw column names are shown as friendly ones
  public void addConnection(String id, String name, boolean friendlyNames) {
    organisation.exclusively(() -> {
      organisation.catalogue().add(new Connection(id, name, "snowflake", friendlyNames));
      return true;
    });
  }

  /// Makes a table in the warehouse that Sigma knows of. Columns are raw names with the warehouse's
  /// types, such as `ORDER_ID` and `VARCHAR`.
  public void addTable(String connectionId, List<String> path, Map<String, String> columns) {
    addTable(connectionId, path, columns, true);
  }

  /// Makes a table in the warehouse that Sigma does not know of before a synchronisation.
  public void addUnsyncedTable(
      String connectionId, List<String> path, Map<String, String> columns) {
    addTable(connectionId, path, columns, false);
  }

  /// Makes a version tag. Returns its id.
  public String addTag(String name) {
    return organisation.exclusively(() -> organisation.tags().create(name, "grass", "").id());
  }

  /// The home folder of this person.
  public String homeFolder() {
    return organisation.exclusively(
        () -> organisation.identifiers().uuid("home", People.ANALYST_ID));
  }

  /// The root that holds the workspaces.
  public String root() {
    return Files.ROOT;
  }

  private void addTable(
      String connectionId, List<String> path, Map<String, String> columns, boolean known) {
    List<WarehouseColumn> list =
        columns.entrySet().stream()
            .map(column -> new WarehouseColumn(column.getKey(), column.getValue()))
            .toList();
    organisation.exclusively(
        () -> organisation.catalogue().addTable(connectionId, path, list, known));
  }

  private DocumentView view(ArrayNode pages) {
    return new DocumentView(pages, organisation.surroundings());
  }

  private ObjectNode table(ArrayNode pages, String elementName) {
    return view(pages)
        .tableNamed(elementName)
        .orElseThrow(() -> new IllegalArgumentException("no element named " + elementName));
  }

  private static ObjectNode columnOrMetric(ObjectNode table, String name, DocumentView view) {
    return view.columnNamed(table, name)
        .or(() ->
            Json.objects(table, "metrics").stream()
                .filter(metric -> Json.string(metric, "name").equals(name))
                .findFirst())
        .orElseThrow(() -> new IllegalArgumentException("no column or metric named " + name));
  }
}
