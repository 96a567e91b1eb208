package io.github.sigmadm.spec;

/// The kinds of ids inside a document that Sigma may give and that references point at.
///
/// A `controlId` is not among them: it is a name that people write in formulas, and nobody
/// renumbers it.
public enum IdKind {
  PAGE("page"),
  /// Tables and controls share one set of ids over all pages.
  ELEMENT("element"),
  /// Columns and the folders that hold them share one set of ids within their element.
  COLUMN("column"),
  /// Metrics and the folders that hold them share one set of ids within their element.
  METRIC("metric"),
  GROUPING("grouping"),
  RELATIONSHIP("relationship"),
  FILTER("filter"),
  COLUMN_SECURITY("column security rule");

  private final String words;

  IdKind(String words) {
    this.words = words;
  }

  /// The kind as people call it.
  public String words() {
    return words;
  }

  /// Whether ids of this kind are unique within their element only, not in the document.
  public boolean isWithinElement() {
    return this != PAGE && this != ELEMENT;
  }
}
