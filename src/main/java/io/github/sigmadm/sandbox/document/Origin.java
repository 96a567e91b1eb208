package io.github.sigmadm.sandbox.document;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// Where the columns under one prefix of an element's formulas come from.
sealed interface Origin {

  /// A table element, of this document or of another model.
  record Element(DocumentView view, ObjectNode table) implements Origin {}

  /// A warehouse table; its columns where they are known.
  record Warehouse(boolean friendly, Optional<List<WarehouseColumn>> columns) implements Origin {}

  /// Exactly these columns.
  record Named(List<String> columns) implements Origin {
    public Named {
      columns = List.copyOf(columns);
    }
  }

  /// Any column: what an SQL statement or a file gives is not known here.
  record Anything() implements Origin {}

  /// The source is not there.
  record Nothing() implements Origin {}

  /// An origin under the name that formulas use for it.
  record Prefix(String name, Origin origin) {}
}
