package io.github.sigmadm.sandbox.store;

import io.github.sigmadm.sandbox.document.DocumentView;
import io.github.sigmadm.sandbox.document.Json;
import io.github.sigmadm.sandbox.document.Surroundings;
import io.github.sigmadm.sandbox.formula.FormulaScanner;
import io.github.sigmadm.sandbox.formula.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// What a workbook holds on to in data models that is not there any more. Sigma has no endpoint for
/// this; people find out when they open the workbook.
public final class WorkbookHealth {

  private WorkbookHealth() {}

  /// One sentence for each loss, in the order of the workbook's elements.
  public static List<String> losses(Workbook workbook, Surroundings surroundings) {
    List<String> losses = new ArrayList<>();
    for (WorkbookElement element : workbook.elements()) {
      Optional<DocumentView> view = surroundings.dataModel(element.dataModelId());
      Optional<ObjectNode> table = view.flatMap(found -> found.table(element.sourceElementId()));
      if (view.isEmpty() || table.isEmpty()) {
        losses.add(
            element.name()
                + ": no element "
                + element.sourceElementId()
                + " in data model "
                + element.dataModelId());
      } else if (!table.get().path("visibleAsSource").booleanValue(true)) {
        losses.add(element.name() + ": " + view.get().nameOf(table.get()) + " is hidden");
      } else {
        columns(element, view.get(), table.get(), losses);
      }
    }
    return losses;
  }

  private static void columns(
      WorkbookElement element, DocumentView view, ObjectNode table, List<String> losses) {
    for (WorkbookElement.Column column : element.columns()) {
      for (Token.Reference reference : FormulaScanner.references(column.formula())) {
        if (reference.parts().size() == 2 && !resolves(reference, view, table)) {
          String text = Token.Reference.text(reference.parts());
          losses.add(element.name() + ": " + column.name() + " refers to " + text);
        }
      }
    }
  }

  private static boolean resolves(Token.Reference reference, DocumentView view, ObjectNode table) {
    String prefix = reference.parts().getFirst();
    if (prefix.equals("Metrics")) {
      return Json.objects(table, "metrics").stream()
          .anyMatch(metric -> Json.string(metric, "name").equals(reference.last()));
    }
    return view.nameOf(table).equalsIgnoreCase(prefix)
        && view.columnNamed(table, reference.last()).isPresent();
  }
}
