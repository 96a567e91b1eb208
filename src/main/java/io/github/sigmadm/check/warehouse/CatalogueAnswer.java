package io.github.sigmadm.check.warehouse;

import java.util.List;

/// What came of asking Sigma's catalogue for a table.
public sealed interface CatalogueAnswer {

  /// It is there, with these columns, as the warehouse names them.
  record Found(List<String> columns) implements CatalogueAnswer {
    public Found {
      columns = List.copyOf(columns);
    }
  }

  /// It is there, and the catalogue lists no columns: it lags, or it is a thing without any of its
  /// own.
  record WithoutColumns() implements CatalogueAnswer {}

  /// There is a database or schema under this path.
  record Scope() implements CatalogueAnswer {}

  /// It is not there, though the schema is.
  ///
  /// @param others paths of tables that are there, for suggestions; may be only some
  record Missing(List<List<String>> others) implements CatalogueAnswer {
    public Missing {
      others = List.copyOf(others);
    }
  }

  /// Not even its schema is there: the catalogue lags, or the credentials do not see it.
  ///
  /// @param others as for [Missing]
  record ScopeMissing(List<List<String>> others) implements CatalogueAnswer {
    public ScopeMissing {
      others = List.copyOf(others);
    }
  }

  /// It was not asked, or there was no answer.
  ///
  /// @param why as a sentence
  record Unasked(String why) implements CatalogueAnswer {}
}
