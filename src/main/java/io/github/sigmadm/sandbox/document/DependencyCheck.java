package io.github.sigmadm.sandbox.document;

import io.github.sigmadm.sandbox.formula.ColumnType;
import io.github.sigmadm.sandbox.formula.Token;
import io.github.sigmadm.sandbox.options.Quirk;
import io.github.sigmadm.sandbox.options.SandboxOptions;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Whether what a submitted document is built on exists: sources, and the controls of other models
/// that its controls drive. Formulas are not looked at, except with
/// [Quirk#BROKEN_FORMULAS_REFUSED]: what does not resolve there becomes an error column.
public final class DependencyCheck {

  private DependencyCheck() {}

  /// Refuses what is built on nothing.
  ///
  /// @param live the pages that an update replaces; empty for a create
  public static void check(
      ArrayNode pages, ArrayNode live, Surroundings surroundings, SandboxOptions options) {
    files(pages, live);
    DocumentView view = new DocumentView(pages, surroundings);
    for (ObjectNode element : view.elements()) {
      if (Json.isTable(element)) {
        Sources.leaves(element).forEach(source -> source(source, view));
      } else {
        parameters(element, surroundings);
      }
    }
    if (options.has(Quirk.BROKEN_FORMULAS_REFUSED)) {
      view.tables().forEach(table -> formulas(table, view));
    }
  }

  /// An uploaded file belongs to its document: it can stay, and not come from elsewhere.
  private static void files(ArrayNode pages, ArrayNode live) {
    Set<String> own = new HashSet<>(filesIn(live));
    if (!own.containsAll(filesIn(pages))) {
      throw Refusal.invalid("CSV table does not belong to this workbook");
    }
  }

  private static List<String> filesIn(ArrayNode pages) {
    return Json.elements(pages).stream()
        .flatMap(table -> Sources.leaves(table).stream())
        .filter(source -> Json.string(source, "kind").equals("csv-table"))
        .map(source -> Json.string(source, "inodeId"))
        .toList();
  }

  private static void source(ObjectNode source, DocumentView view) {
    if (!(view.originOf(source) instanceof Origin.Nothing)) {
      return;
    }
    String elementId = Json.string(source, "elementId");
    String dataModelId = Json.string(source, "dataModelId");
    throw switch (Json.string(source, "kind")) {
      case "warehouse-table" -> Refusal.invalid("Source not found");
      case "data-model" ->
          Refusal.invalid("Dependency not found: '" + dataModelId + "/" + elementId + "'");
      default -> Refusal.invalid("Dependency not found: '" + elementId + "'");
    };
  }

  private static void parameters(ObjectNode control, Surroundings surroundings) {
    for (ObjectNode parameter : Json.objects(control, "parameters")) {
      String model = Json.string(parameter, "dataModelId");
      String controlId = Json.string(parameter, "controlId");
      if (surroundings.dataModel(model).filter(view -> view.hasControl(controlId)).isEmpty()) {
        throw Refusal.invalid(
            "Invalid parameter on control: "
                + Json.string(control, "id")
                + " targeting data model: "
                + model
                + ", controlId: "
                + controlId
                + ".");
      }
    }
  }

  private static void formulas(ObjectNode table, DocumentView view) {
    References references = References.of(view, table);
    for (ObjectNode column : Json.objects(table, "columns")) {
      List<Token.Reference> missing = references.missing(column);
      if (!missing.isEmpty()) {
        String name = String.join("/", missing.getFirst().parts()).toLowerCase(Locale.ROOT);
        throw Refusal.invalid("dependency not found: formula reference '" + name + "'");
      }
      if (view.typeOf(table, column) == ColumnType.ERROR) {
        throw Refusal.invalid("Unknown function");
      }
    }
  }
}
