package io.github.sigmadm.sandbox.store;

import java.util.List;

/// An element that the representation cannot carry: it is in `/elements`, not in the spec, and an
/// update through the API destroys it.
///
/// @param type for example `input-table`
public record UnsupportedElement(String id, String name, String type, List<String> columns) {

  public UnsupportedElement {
    columns = List.copyOf(columns);
  }
}
