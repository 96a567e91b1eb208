package io.github.sigmadm.sandbox.store;

import java.util.List;

/// A workbook, as far as it uses data models. Name and folder are those of the file with the same
/// id.
public record Workbook(String id, List<WorkbookElement> elements) {

  public Workbook {
    elements = List.copyOf(elements);
  }
}
