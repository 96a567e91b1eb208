package io.github.sigmadm.check;

import io.github.sigmadm.core.Severity;
import io.github.sigmadm.spec.Control;
import io.github.sigmadm.spec.Element;
import io.github.sigmadm.spec.IdKind;
import io.github.sigmadm.spec.IdSite;
import io.github.sigmadm.spec.ScopedId;
import io.github.sigmadm.spec.TableElement;
import io.github.sigmadm.tree.Node.TextNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Whatever is pointed at by its id exists, in the right scope: elements in the document, columns,
/// folders, metrics and groupings in their element, and all of them in other specs of the
/// repository where a source reaches into one.
final class UnknownReference implements Rule {

  /// Where the ids of one kind stand in one element (or in the document).
  private record Scope(IdKind kind, Optional<String> element) {}

  @Override
  public String code() {
    return "unknown-reference";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void check(Subject subject, Findings findings) {
    Set<ScopedId> defined = new HashSet<>();
    Set<Scope> open = new HashSet<>();
    Map<Scope, List<String>> scopes = new HashMap<>();
    Map<String, Element> elements = new HashMap<>();
    subject.model().elements().forEach(each -> elements.putIfAbsent(each.id().value(), each));
    for (IdSite site : subject.idSites()) {
      if (site instanceof IdSite.Definition definition) {
        ScopedId id = definition.id();
        Scope scope = new Scope(id.kind(), id.element());
        defined.add(id);
        scopes.computeIfAbsent(scope, key -> new ArrayList<>()).add(id.id());
        if (isUnjudged(id.id())) {
          open.add(scope);
        }
      }
    }
    for (IdSite site : subject.idSites()) {
      switch (site) {
        case IdSite.Reference reference -> {
          ScopedId id = reference.id();
          if (reference.certain()
              && !defined.contains(id)
              && !isUnjudged(id.id())
              && !open.contains(new Scope(id.kind(), id.element()))) {
            missing(reference, scopes, elements, findings);
          } else if (reference.id().kind() == IdKind.ELEMENT
              && elements.get(reference.id().id()) instanceof Control control) {
            findings.add(
                this,
                reference.node().span(),
                "\"" + control.id().value() + "\" is a control, and a table is needed here.",
                "Point at a table element.");
          }
        }
        case IdSite.ForeignReference foreign ->
            subject
                .otherModel(foreign.dataModel())
                .ifPresent(other -> foreign(foreign, other, findings));
        case IdSite.Definition ignored -> {}
        case IdSite.ModelReference ignored -> {}
        case IdSite.ForeignControl ignored -> {}
      }
    }
  }

  private void missing(
      IdSite.Reference reference,
      Map<Scope, List<String>> scopes,
      Map<String, Element> elements,
      Findings findings) {
    ScopedId id = reference.id();
    List<String> known = scopes.getOrDefault(new Scope(id.kind(), id.element()), List.of());
    Optional<Element> owner = id.element().flatMap(it -> Optional.ofNullable(elements.get(it)));
    // a missing owner is told where it is pointed at; the insides of unknown kinds are not known
    if (id.element().isPresent() && !(owner.orElse(null) instanceof TableElement)) {
      return;
    }
    findings.add(
        this,
        reference.node().span(),
        "There is no "
            + words(id.kind())
            + " with the id \""
            + id.id()
            + "\""
            + owner.map(element -> " in " + label(element)).orElse("")
            + ".",
        findings.didYouMean(id.id(), known) + elsewhere(id, elements) + advice(id, known));
  }

  /// Where the id would be right.
  private static String elsewhere(ScopedId id, Map<String, Element> elements) {
    return id.kind() != IdKind.ELEMENT && elements.containsKey(id.id())
        ? "\"" + id.id() + "\" is the id of an element. "
        : "";
  }

  private static String advice(ScopedId id, List<String> known) {
    String what = words(id.kind());
    if (known.isEmpty()) {
      return "Add the " + what + ", or remove the reference.";
    }
    return "Point at an existing " + what + ", or remove the reference.";
  }

  private void foreign(IdSite.ForeignReference reference, OtherModel other, Findings findings) {
    ScopedId id = reference.id();
    if (isUnjudged(id.id())) {
      return;
    }
    if (id.kind() == IdKind.ELEMENT) {
      if (other.element(id.id()).isEmpty()) {
        findings.add(
            this,
            reference.node().span(),
            "The data model " + other.label() + " has no element with the id \"" + id.id() + "\".",
            findings.didYouMean(id.id(), other.elementIds()) + "Point at an element of that spec.");
      }
      return;
    }
    Optional<TableElement> table = id.element().flatMap(other::table).map(Table::element);
    if (table.isEmpty()) {
      return;
    }
    List<String> known =
        id.kind() == IdKind.GROUPING
            ? table.get().groupings().stream().flatMap(node -> node.text("id").stream()).toList()
            : table.get().columns().stream().map(column -> column.id().value()).toList();
    if (!known.contains(id.id())) {
      findings.add(
          this,
          reference.node().span(),
          "There is no "
              + words(id.kind())
              + " with the id \""
              + id.id()
              + "\" in "
              + label(table.get())
              + " of the data model "
              + other.label()
              + ".",
          findings.didYouMean(id.id(), known) + advice(id, known));
    }
  }

  private static boolean isUnjudged(String id) {
    return Subject.isOpen(id) || Placeholder.isPlaceholder(id);
  }

  private static String label(Element element) {
    return "\"" + element.name().map(TextNode::value).orElse(element.id().value()) + "\"";
  }

  private static String words(IdKind kind) {
    return switch (kind) {
      case COLUMN -> "column";
      case METRIC -> "metric";
      case PAGE, ELEMENT, GROUPING, RELATIONSHIP, FILTER, COLUMN_SECURITY -> kind.words();
    };
  }
}
