package io.github.sigmadm.sandbox.store;

/// The kinds of files that the sandbox holds.
public enum FileType {
  WORKSPACE("workspace"),
  FOLDER("folder"),
  DATA_MODEL("data-model"),
  WORKBOOK("workbook");

  private final String apiName;

  FileType(String apiName) {
    this.apiName = apiName;
  }

  public String apiName() {
    return apiName;
  }

  /// Whether other files can be in it.
  public boolean isContainer() {
    return this == WORKSPACE || this == FOLDER;
  }
}
