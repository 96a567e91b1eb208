package io.github.sigmadm.sigma;

import io.github.sigmadm.spec.DataModel;
import io.github.sigmadm.tree.Node;
import io.github.sigmadm.tree.Node.ArrayNode;
import io.github.sigmadm.tree.Node.ObjectNode;
import io.github.sigmadm.tree.Node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Whether a live model can be what an update sent. Sigma may give things other ids, spell formulas
/// in its own way and fill in defaults; it keeps how much there is of what, and what it says.
///
/// Good enough to tell our own write from someone else's when an answer was lost. Whether every
/// detail arrived is for whoever verifies a deploy.
final class Likeness {

  /// Fields whose text is the author's own and not an id, a default or a word of the format.
  private static final Set<String> AUTHORED = Set.of("name", "formula", "description", "statement");

  private Likeness() {}

  static boolean holds(DataModel sent, DataModel live) {
    if (!census(sent).equals(census(live))) {
      return false;
    }
    List<String> texts = texts(live);
    return texts(sent).stream().allMatch(texts::remove);
  }

  private static List<List<Integer>> census(DataModel model) {
    return model.node().objects("pages").stream()
        .map(page ->
            page.objects("elements").stream()
                .map(element ->
                    element.items("columns").size() * 1000 + element.items("metrics").size())
                .toList())
        .toList();
  }

  private static List<String> texts(DataModel model) {
    List<String> found = new ArrayList<>();
    model.node().get("pages").ifPresent(pages -> collect("", pages, found));
    return found;
  }

  private static void collect(String name, Node node, List<String> found) {
    switch (node) {
      case ObjectNode object ->
          object.fields().forEach(field -> collect(field.name(), field.value(), found));
      case ArrayNode array -> array.items().forEach(item -> collect(name, item, found));
      case TextNode text -> {
        if (AUTHORED.contains(name)) {
          found.add(name + ":" + letters(text.value()));
        }
      }
      case Node.NumberNode ignored -> {}
      case Node.BooleanNode ignored -> {}
      case Node.NullNode ignored -> {}
    }
  }

  /// Letters and digits only: `[ORDERS/ORDER_ID]` comes back as `[ORDERS/Order Id]`.
  private static String letters(String text) {
    return text.replaceAll("[^\\p{L}\\p{N}]+", "").toLowerCase(Locale.ROOT);
  }
}
