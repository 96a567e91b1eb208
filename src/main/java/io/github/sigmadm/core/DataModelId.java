package io.github.sigmadm.core;

/// Sigma's id of a live data model. Each environment has its own.
public record DataModelId(String value) implements Comparable<DataModelId> {

  public DataModelId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("a data model id is not blank");
    }
  }

  @Override
  public int compareTo(DataModelId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
