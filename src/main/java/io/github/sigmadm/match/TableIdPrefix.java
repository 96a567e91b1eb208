package io.github.sigmadm.match;

import io.github.sigmadm.check.warehouse.CatalogueEntry;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How ids of a warehouse table's columns begin, slash included (section 4 of the representation's
/// description): `inode-` and the table's UUID in base 62, or the UUID itself.
record TableIdPrefix(String text) {

  private static final Pattern INODE = Pattern.compile("inode-[0-9A-Za-z]{1,22}/");
  private static final Pattern UUID =
      Pattern.compile("[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}/");

  /// The beginning of a column's id, if it is of this kind.
  static Optional<TableIdPrefix> of(String id) {
    return beginning(INODE, id).or(() -> beginning(UUID, id)).map(TableIdPrefix::new);
  }

  /// The same for a table of the catalogue, in the same of the two spellings; empty if the
  /// catalogue does not say.
  Optional<TableIdPrefix> of(CatalogueEntry table) {
    return text.startsWith("inode-")
        ? table.urlId().flatMap(id -> of("inode-" + id + "/"))
        : of(table.id() + "/");
  }

  private static Optional<String> beginning(Pattern pattern, String id) {
    Matcher matcher = pattern.matcher(id);
    return matcher.lookingAt() ? Optional.of(matcher.group()) : Optional.empty();
  }
}
