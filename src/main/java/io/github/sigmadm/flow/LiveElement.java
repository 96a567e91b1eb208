package io.github.sigmadm.flow;

import java.util.List;
import java.util.Optional;

/// An element of a live model, also one that the representation leaves out.
///
/// @param name its name; empty where it has none
/// @param type Sigma's word for what it is: `table`, `control`, `input-table` and others
/// @param columns the names of its columns
/// @param error what is wrong with it as a whole, if something is
public record LiveElement(
    String id, String name, String type, List<String> columns, Optional<String> error) {
  public LiveElement {
    columns = List.copyOf(columns);
  }
}
