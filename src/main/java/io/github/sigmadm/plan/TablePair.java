package io.github.sigmadm.plan;

import io.github.sigmadm.spec.IdKind;
import io.github.sigmadm.spec.ScopedId;
import io.github.sigmadm.spec.TableElement;

/// One table, before and after.
record TablePair(Table before, Table after, Findings findings) {

  /// A table on one side.
  ///
  /// @param view the table
  /// @param parts the same with names for people
  /// @param document the document it stands in
  record Table(TableElement view, Named parts, Document document) {

    String id() {
      return view.id().value();
    }

    /// The table itself.
    Subject subject() {
      return Subject.of(ScopedId.element(id()), document.labels().element(id()));
    }

    /// A thing inside the table.
    Subject subject(IdKind kind, String id) {
      return Subject.of(ScopedId.within(id(), kind, id), label(kind, id));
    }

    String label(IdKind kind, String id) {
      return document.labels().within(id(), kind, id);
    }
  }

  PairsById byId(String list) {
    return PairsById.of(before.parts(), after.parts(), list);
  }
}
