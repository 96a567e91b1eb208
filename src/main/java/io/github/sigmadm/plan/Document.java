package io.github.sigmadm.plan;

import io.github.sigmadm.spec.DataModel;
import io.github.sigmadm.spec.Element;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// One side of a comparison: the document in its normal form, with what its things are called.
final class Document {

  private final DataModel model;
  private final Labels labels;
  private final Named root;
  private final Map<String, Named> pages = new LinkedHashMap<>();
  private final Map<String, Located> elements = new LinkedHashMap<>();

  /// An element and the page it is on.
  record Located(Element element, Named parts, String pageId, String pageName) {

    String id() {
      return element.id().value();
    }
  }

  Document(DataModel content) {
    model = DataModel.of(NormalForm.of(content.node()));
    labels = new Labels(model);
    root = new Named(model.node(), labels.shown(model.node()));
    for (Named page : root.objects("pages")) {
      pages.putIfAbsent(page.id(), page);
      for (Named parts : page.objects("elements")) {
        Element.of(parts.node())
            .ifPresent(element ->
                elements.putIfAbsent(
                    element.id().value(), new Located(element, parts, page.id(), pageName(page))));
      }
    }
  }

  DataModel model() {
    return model;
  }

  Labels labels() {
    return labels;
  }

  Named root() {
    return root;
  }

  /// The pages by id, in order.
  Map<String, Named> pages() {
    return pages;
  }

  /// The elements of all pages by id, in order.
  Map<String, Located> elements() {
    return elements;
  }

  Optional<Located> element(String id) {
    return Optional.ofNullable(elements.get(id));
  }

  static String pageName(Named page) {
    return page.text("name").orElseGet(page::id);
  }
}
