package io.github.sigmadm.check.warehouse;

import io.github.sigmadm.core.Severity;

/// The rules about the warehouse, which need an answer of Sigma's.
public enum WarehouseRule {
  /// A table that the catalogue does not have.
  UNKNOWN_TABLE("unknown-table", Severity.ERROR),
  /// A column that a table in the catalogue does not have.
  UNKNOWN_WAREHOUSE_COLUMN("unknown-warehouse-column", Severity.ERROR),
  /// Something that could not be found out.
  WAREHOUSE_NOT_CHECKED("warehouse-not-checked", Severity.WARNING);

  private final String code;
  private final Severity severity;

  WarehouseRule(String code, Severity severity) {
    this.code = code;
    this.severity = severity;
  }

  public String code() {
    return code;
  }

  public Severity severity() {
    return severity;
  }
}
