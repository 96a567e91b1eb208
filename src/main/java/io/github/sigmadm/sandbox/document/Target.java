package io.github.sigmadm.sandbox.document;

import io.github.sigmadm.sandbox.formula.ColumnType;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// What a reference in a formula points at. `spelling` is how Sigma writes the reference.
sealed interface Target {

  /// A column of a table element.
  record Column(DocumentView view, ObjectNode table, ObjectNode column, List<String> spelling)
      implements Target {}

  /// A column that is not an element's, with the type that it has or seems to have.
  record Outside(ColumnType type, List<String> spelling) implements Target {}

  /// A metric, or the value of a control.
  record Value(ColumnType type) implements Target {}

  /// Nothing.
  record Missing() implements Target {}
}
