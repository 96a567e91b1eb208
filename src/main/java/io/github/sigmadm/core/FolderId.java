package io.github.sigmadm.core;

/// Sigma's id of a folder or workspace.
public record FolderId(String value) {

  public FolderId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("a folder id is not blank");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
