package io.github.sigmadm.check;

import io.github.sigmadm.core.Severity;
import io.github.sigmadm.core.Span;
import io.github.sigmadm.tree.Node;
import io.github.sigmadm.tree.Node.ObjectNode;
import io.github.sigmadm.tree.Node.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// No folder contains itself, directly or through other folders.
final class FolderCycle implements Rule {

  @Override
  public String code() {
    return "folder-cycle";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void check(Subject subject, Findings findings) {
    subject
        .model()
        .tables()
        .forEach(table -> {
          check(table.folders(), findings);
          check(table.metricFolders(), findings);
        });
  }

  private void check(List<ObjectNode> folders, Findings findings) {
    if (folders.isEmpty()) {
      return;
    }
    Map<String, List<TextNode>> items = new LinkedHashMap<>();
    for (ObjectNode folder : folders) {
      folder
          .text("id")
          .ifPresent(
              id -> items.computeIfAbsent(id, key -> new ArrayList<>()).addAll(texts(folder)));
    }
    Cycles<String> cycles =
        Cycles.in(
            items.keySet(),
            id -> items.getOrDefault(id, List.of()).stream().map(TextNode::value).toList());
    for (List<String> cycle : cycles.each()) {
      String first = cycle.getFirst();
      String next = cycle.size() > 1 ? cycle.get(1) : first;
      Span place =
          items.getOrDefault(first, List.of()).stream()
              .filter(item -> item.value().equals(next))
              .findFirst()
              .orElseThrow()
              .span();
      findings.add(
          this,
          place,
          "The folder \""
              + first
              + "\" contains itself"
              + (cycle.size() == 1
                  ? "."
                  : ", through \"" + String.join("\", \"", cycle.subList(1, cycle.size())) + "\"."),
          "Take it out of its own `items`.");
    }
  }

  private static List<TextNode> texts(ObjectNode folder) {
    List<TextNode> texts = new ArrayList<>();
    for (Node item : folder.items("items")) {
      if (item instanceof TextNode text) {
        texts.add(text);
      }
    }
    return texts;
  }
}
