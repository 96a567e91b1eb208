package io.github.sigmadm.plan;

import io.github.sigmadm.tree.CanonicalJson;
import io.github.sigmadm.tree.Node;
import io.github.sigmadm.tree.Node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What stands in a list of things and has no id of its own, so that nothing can be said about it
/// but that it differs. A sound document has none.
final class Nameless {

  private Nameless() {}

  static void compare(
      Findings findings, Subject subject, ObjectNode before, ObjectNode after, List<String> lists) {
    for (String list : lists) {
      List<String> old = in(before, list);
      List<String> now = in(after, list);
      if (!old.equals(now)) {
        findings.changed(
            Thing.FIELD,
            subject,
            list,
            Optional.of(String.join("\n", old)),
            Optional.of(String.join("\n", now)));
      }
    }
  }

  private static List<String> in(ObjectNode holder, String list) {
    Set<String> ids = new HashSet<>();
    List<String> nameless = new ArrayList<>();
    for (Node item : holder.items(list)) {
      boolean hasId =
          item instanceof ObjectNode object && object.text("id").filter(ids::add).isPresent();
      if (!hasId) {
        nameless.add(CanonicalJson.text(item));
      }
    }
    nameless.sort(null);
    return nameless;
  }
}
