package io.github.sigmadm.check;

import io.github.sigmadm.core.Severity;
import io.github.sigmadm.spec.IdKind;
import io.github.sigmadm.spec.IdSite;
import java.util.HashMap;
import java.util.Map;

/// Ids are unique in their scope: pages and elements in the document, everything else within its
/// element. A folder shares its scope with the columns, a metric folder with the metrics.
final class DuplicateId implements Rule {

  private record Key(IdKind kind, String id) {}

  @Override
  public String code() {
    return "duplicate-id";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void check(Subject subject, Findings findings) {
    Map<Key, IdSite.Definition> document = new HashMap<>();
    Map<Key, IdSite.Definition> element = new HashMap<>();
    for (IdSite site : subject.idSites()) {
      if (!(site instanceof IdSite.Definition definition)) {
        continue;
      }
      IdKind kind = definition.id().kind();
      if (kind == IdKind.ELEMENT) {
        element.clear();
      }
      if (definition.id().id().isBlank() || Subject.isOpen(definition.id().id())) {
        continue;
      }
      IdSite.Definition first =
          (kind.isWithinElement() ? element : document)
              .putIfAbsent(new Key(kind, definition.id().id()), definition);
      if (first != null) {
        findings.add(
            this,
            definition.node().span(),
            "The " + words(kind) + " id \"" + definition.id().id() + "\" is used twice.",
            "Give one of the two another id, and point at it what means it; the first is on line "
                + first.node().span().start().line()
                + ".");
      }
    }
  }

  private static String words(IdKind kind) {
    return switch (kind) {
      case COLUMN -> "column or folder";
      case METRIC -> "metric or metric folder";
      case PAGE, ELEMENT, GROUPING, RELATIONSHIP, FILTER, COLUMN_SECURITY -> kind.words();
    };
  }
}
