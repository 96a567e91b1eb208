package io.github.sigmadm.sigma;

import io.github.sigmadm.check.warehouse.CatalogueEntry;
import io.github.sigmadm.check.warehouse.TableAddress;
import io.github.sigmadm.flow.Warehouse;
import io.github.sigmadm.tree.Node.TextNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The catalogue of an organisation's warehouses, through Sigma's REST API. Remembers nothing: what
/// is asked twice is asked twice.
final class SigmaWarehouse implements Warehouse {

  /// A UUID in base 62 at the end of an address in the browser, after a slash or the name.
  private static final Pattern URL_ID = Pattern.compile("[/-](?<id>[0-9A-Za-z]{1,22})/?$");

  private final Caller caller;

  SigmaWarehouse(Caller caller) {
    this.caller = caller;
  }

  @Override
  public Optional<CatalogueEntry> lookup(TableAddress address) {
    Call call = Endpoints.lookup(address.connection(), address.path());
    return caller
        .find(call)
        .map(said ->
            new CatalogueEntry(
                caller.required(call, Said.text(said, "kind"), "kind"),
                caller.required(call, Said.text(said, "inodeId"), "inodeId"),
                Said.text(said, "url").flatMap(SigmaWarehouse::urlId)));
  }

  @Override
  public Optional<List<String>> columns(String table) {
    Call call = Endpoints.tableColumns(table);
    return caller
        .tokenEntries(call)
        .map(entries ->
            entries.stream()
                .map(entry -> caller.required(call, Said.text(entry, "name"), "name"))
                .toList());
  }

  @Override
  public List<List<String>> paths(String connection, int most) {
    return caller.firstEntries(Endpoints.paths(connection), most).stream()
        .filter(entry -> Said.text(entry, "connectionId").map(connection::equals).orElse(true))
        .map(entry ->
            entry.items("path").stream()
                .filter(TextNode.class::isInstance)
                .map(TextNode.class::cast)
                .map(TextNode::value)
                .toList())
        .filter(path -> !path.isEmpty())
        .toList();
  }

  private static Optional<String> urlId(String url) {
    Matcher matcher = URL_ID.matcher(url);
    return matcher.find() ? Optional.of(matcher.group("id")) : Optional.empty();
  }
}
