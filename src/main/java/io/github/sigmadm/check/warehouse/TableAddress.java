package io.github.sigmadm.check.warehouse;

import java.util.List;

/// Where a table is: in which connection, under which path.
///
/// @param path up to three segments; the last is the table
public record TableAddress(String connection, List<String> path)
    implements Comparable<TableAddress> {

  public TableAddress {
    path = List.copyOf(path);
  }

  /// The path without its last segment.
  public TableAddress scope() {
    return new TableAddress(connection, path.subList(0, Math.max(0, path.size() - 1)));
  }

  /// The last segment of the path.
  public String name() {
    return path.isEmpty() ? "" : path.getLast();
  }

  /// The path as people write it.
  public String words() {
    return String.join(".", path);
  }

  @Override
  public int compareTo(TableAddress other) {
    int byConnection = connection.compareTo(other.connection);
    return byConnection != 0
        ? byConnection
        : String.join("\u0000", path).compareTo(String.join("\u0000", other.path));
  }
}
