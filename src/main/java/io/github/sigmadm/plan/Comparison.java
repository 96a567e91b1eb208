package io.github.sigmadm.plan;

import io.github.sigmadm.core.FolderId;
import io.github.sigmadm.plan.Document.Located;
import io.github.sigmadm.spec.Control;
import io.github.sigmadm.spec.Element;
import io.github.sigmadm.spec.ScopedId;
import io.github.sigmadm.spec.TableElement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Finds every difference between two states of a model, and tells it for people.
///
/// Both sides must be in the same ids: the spec is put into live ids first. What makes no
/// difference is left aside ([NormalForm], formulas by
/// [io.github.sigmadm.formula.CanonicalFormula], names by their effect, orders by what people see);
/// everything else is found: what is known as the thing it is, the rest as [Thing#FIELD] with its
/// path. So two states compare without changes exactly when they are the same to Sigma, as far as
/// that is known.
///
/// Changes are in reading order: the model, its pages, then element by element in the order of the
/// state after, then what is gone. Things that exist go by their names before the change.
public final class Comparison {

  private final Document before;
  private final Document after;
  private final Findings findings = Findings.ofModel();

  private Comparison(Side before, Side after) {
    this.before = new Document(before.content());
    this.after = new Document(after.content());
  }

  /// What leads from one state to another.
  public static List<Change> compare(Side before, Side after) {
    return find(before, after).stream().map(Difference::change).toList();
  }

  /// What leads from one state to another, with the places.
  static List<Difference> find(Side before, Side after) {
    Comparison comparison = new Comparison(before, after);
    comparison.compareFile(before, after);
    comparison.compareContent();
    return comparison.findings.differences();
  }

  private void compareFile(Side old, Side now) {
    Subject subject = Subject.model(old.name().or(now::name).orElse(""));
    if (differ(old.name(), now.name())) {
      findings.renamed(Thing.MODEL, subject, now.name().orElseThrow());
    }
    if (differ(old.folder(), now.folder())) {
      findings.moved(
          Thing.MODEL,
          subject,
          old.folder().map(FolderId::value).orElseThrow(),
          now.folder().map(FolderId::value).orElseThrow());
    }
    if (differ(old.description(), now.description())) {
      findings.changed(
          Thing.MODEL,
          subject,
          "description",
          old.description().filter(text -> !text.isEmpty()),
          now.description().filter(text -> !text.isEmpty()));
    }
  }

  private static <T> boolean differ(Optional<T> before, Optional<T> after) {
    return before.isPresent() && after.isPresent() && !before.equals(after);
  }

  private void compareContent() {
    findings.compareRest(Subject.model(""), "", before.root(), after.root(), Set.of("pages"));
    Nameless.compare(
        findings, Subject.model(""), before.root().node(), after.root().node(), List.of("pages"));
    comparePages();
    after
        .elements()
        .forEach((id, element) ->
            before
                .element(id)
                .filter(earlier -> sameFamily(earlier.element(), element.element()))
                .ifPresentOrElse(earlier -> compare(earlier, element), () -> added(element)));
    before
        .elements()
        .forEach((id, element) -> {
          if (after
              .element(id)
              .filter(later -> sameFamily(element.element(), later.element()))
              .isEmpty()) {
            removed(element);
          }
        });
  }

  private void comparePages() {
    after
        .pages()
        .forEach((id, page) ->
            Optional.ofNullable(before.pages().get(id))
                .ifPresentOrElse(
                    earlier -> compare(earlier, page),
                    () ->
                        findings
                            .onPage(Document.pageName(page))
                            .added(
                                Thing.PAGE,
                                page(page),
                                count(page.objects("elements").size(), "element"))));
    before
        .pages()
        .forEach((id, page) -> {
          if (!after.pages().containsKey(id)) {
            findings
                .onPage(Document.pageName(page))
                .removed(Thing.PAGE, page(page), count(page.objects("elements").size(), "element"));
          }
        });
    if (ListOrder.differs(before.pages().keySet(), after.pages().keySet())) {
      findings.changed(
          Thing.ORDER,
          Subject.model(""),
          "pages",
          Optional.of(pageNames(before)),
          Optional.of(pageNames(after)));
    }
  }

  private static String pageNames(Document document) {
    return document.pages().values().stream()
        .map(Document::pageName)
        .collect(Collectors.joining(", "));
  }

  private void compare(Named old, Named now) {
    Subject subject = page(old);
    Findings onPage = findings.onPage(subject.name());
    if (Findings.differ(old, now, "name")) {
      onPage.renamed(Thing.PAGE, subject, Document.pageName(now));
    }
    onPage.compare(Thing.PAGE, subject, old, now, List.of("description"));
    onPage.compareRest(subject, "", old, now, Set.of("id", "name", "description", "elements"));
    Nameless.compare(onPage, subject, old.node(), now.node(), List.of("elements"));
    Map<String, String> elementsBefore = elementsOn(before, old.id());
    Map<String, String> elementsAfter = elementsOn(after, now.id());
    if (ListOrder.differs(elementsBefore.keySet(), elementsAfter.keySet())) {
      onPage.changed(
          Thing.ORDER,
          subject,
          "elements",
          Optional.of(String.join(", ", elementsBefore.values())),
          Optional.of(String.join(", ", elementsAfter.values())));
    }
  }

  /// The names of the elements of a page, by id, in order.
  private static Map<String, String> elementsOn(Document document, String page) {
    Map<String, String> names = new LinkedHashMap<>();
    document
        .elements()
        .forEach((id, element) -> {
          if (element.pageId().equals(page)) {
            names.put(id, document.labels().element(id));
          }
        });
    return names;
  }

  private void compare(Located old, Located now) {
    Subject subject = element(before, old);
    Findings onElement = findings.onElement(old.pageName(), subject.name());
    if (!old.pageId().equals(now.pageId())) {
      onElement.moved(thing(old.element()), subject, old.pageName(), now.pageName());
    }
    switch (old.element()) {
      case TableElement table -> {
        if (now.element() instanceof TableElement later) {
          TableComparison.compare(
              new TablePair(
                  new TablePair.Table(table, old.parts(), before),
                  new TablePair.Table(later, now.parts(), after),
                  onElement));
        }
      }
      case Control ignored ->
          ControlComparison.compare(subject, old.parts(), now.parts(), onElement);
      case Element.Other ignored ->
          onElement.compareRest(subject, "", old.parts(), now.parts(), Set.of("id"));
    }
  }

  private void added(Located element) {
    Subject subject = element(after, element);
    findings
        .onElement(element.pageName(), subject.name())
        .added(thing(element.element()), subject, describe(element.element()));
  }

  private void removed(Located element) {
    Subject subject = element(before, element);
    findings
        .onElement(element.pageName(), subject.name())
        .removed(thing(element.element()), subject, describe(element.element()));
  }

  private static Subject page(Named page) {
    return Subject.of(ScopedId.page(page.id()), Document.pageName(page));
  }

  private static Subject element(Document document, Located element) {
    return Subject.of(ScopedId.element(element.id()), document.labels().element(element.id()));
  }

  private static boolean sameFamily(Element before, Element after) {
    return switch (before) {
      case TableElement ignored -> after instanceof TableElement;
      case Control ignored -> after instanceof Control;
      case Element.Other ignored -> after instanceof Element.Other;
    };
  }

  private static Thing thing(Element element) {
    return switch (element) {
      case TableElement ignored -> Thing.ELEMENT;
      case Control ignored -> Thing.CONTROL;
      case Element.Other ignored -> Thing.ELEMENT;
    };
  }

  private static String describe(Element element) {
    return switch (element) {
      case TableElement table -> count(table.columns().size(), "column");
      case Control control -> control.controlType().map(type -> type.value()).orElse("control");
      case Element.Other other -> other.node().text("kind").orElse("element");
    };
  }

  static String count(int number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }
}
