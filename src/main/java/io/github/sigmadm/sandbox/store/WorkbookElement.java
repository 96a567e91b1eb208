package io.github.sigmadm.sandbox.store;

import java.util.List;

/// A table or chart of a workbook.
///
/// @param dataModelId the model that it reads
/// @param sourceElementId the element of that model
public record WorkbookElement(
    String id, String name, String dataModelId, String sourceElementId, List<Column> columns) {

  public WorkbookElement {
    columns = List.copyOf(columns);
  }

  /// A column with its formula, such as `[Orders/Revenue]`.
  public record Column(String name, String formula) {}
}
