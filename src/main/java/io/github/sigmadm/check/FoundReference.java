package io.github.sigmadm.check;

import io.github.sigmadm.core.Span;
import io.github.sigmadm.formula.Expression.Reference;
import io.github.sigmadm.spec.Column;
import io.github.sigmadm.spec.Metric;
import java.util.Collection;
import java.util.List;

/// A reference of a formula and what it turned out to mean.
record FoundReference(FormulaSite site, Reference reference, Target target) {

  /// What a reference means.
  sealed interface Target {}

  /// Columns of a table of this document; several where a name repeats.
  record Columns(Table table, List<Column> columns) implements Target {}

  /// Metrics of the table; several where a name repeats.
  record Metrics(List<Metric> metrics) implements Target {}

  /// Something that exists, or of which nobody can know offline whether it does.
  record Elsewhere() implements Target {}

  /// Nothing.
  ///
  /// @param certain whether everything that it could mean is known
  /// @param span the part of the reference that leads nowhere
  /// @param wanted what was looked for
  /// @param candidates what there is
  record Nothing(
      What what,
      boolean certain,
      Span span,
      String message,
      String wanted,
      Collection<String> candidates,
      String advice)
      implements Target {}

  /// What it is that leads nowhere; each is a rule of its own.
  enum What {
    NAME,
    PREFIX,
    COLUMN,
    /// A column of another table, which exists, but is not in reach.
    OTHER_TABLE
  }
}
