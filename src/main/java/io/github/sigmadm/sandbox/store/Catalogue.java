package io.github.sigmadm.sandbox.store;

import io.github.sigmadm.sandbox.document.Refusal;
import io.github.sigmadm.sandbox.document.WarehouseColumn;
import io.github.sigmadm.sandbox.options.CatalogueMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The connections and the warehouse tables behind them.
public final class Catalogue {

  private static final int FULL_PATH = 3;

  private final CatalogueMode mode;
  private final Identifiers identifiers;
  private final Map<String, Connection> connections = new LinkedHashMap<>();
  private final Map<String, Map<List<String>, WarehouseTable>> tables = new LinkedHashMap<>();

  Catalogue(CatalogueMode mode, Identifiers identifiers) {
    this.mode = mode;
    this.identifiers = identifiers;
  }

  public void add(Connection connection) {
    connections.put(connection.id(), connection);
  }

  public List<Connection> connections() {
    return List.copyOf(connections.values());
  }

  /// Where any table will do, any connection will.
  public Connection connection(String id) {
    Connection connection = connections.get(id);
    if (connection != null) {
      return connection;
    }
    if (mode == CatalogueMode.STRICT) {
      throw Refusal.notFound("Connection " + id);
    }
    return new Connection(id, "Connection " + id, "snowflake", true);
  }

  /// Adds a table to the warehouse.
  ///
  /// @param inCatalogue whether Sigma knows of it already
  public WarehouseTable addTable(
      String connectionId, List<String> path, List<WarehouseColumn> columns, boolean inCatalogue) {
    WarehouseTable table =
        new WarehouseTable(inodeId(connectionId, path), path, columns, inCatalogue);
    tablesOf(connectionId).put(List.copyOf(path), table);
    return table;
  }

  /// The table, if Sigma knows of it or takes any.
  public Optional<WarehouseTable> table(String connectionId, List<String> path) {
    WarehouseTable known = tablesOf(connectionId).get(path);
    if (known != null) {
      return Optional.of(known).filter(WarehouseTable::inCatalogue);
    }
    boolean any = mode == CatalogueMode.ANY_TABLE && !path.isEmpty() && path.size() <= FULL_PATH;
    return any
        ? Optional.of(new WarehouseTable(inodeId(connectionId, path), path, List.of(), true))
        : Optional.empty();
  }

  /// Whether anything in the catalogue is below this path.
  public boolean hasScope(String connectionId, List<String> path) {
    return (mode == CatalogueMode.ANY_TABLE && path.size() < FULL_PATH)
        || tablesOf(connectionId).values().stream()
            .anyMatch(table -> table.inCatalogue() && isBelow(table.path(), path));
  }

  /// Whether the connection has tables below the path that were added, known to Sigma or not.
  public boolean sync(String connectionId, List<String> path) {
    Map<List<String>, WarehouseTable> known = tablesOf(connectionId);
    List<WarehouseTable> found =
        known.values().stream().filter(table -> isBelow(table.path(), path)).toList();
    found.forEach(table -> known.put(table.path(), table.synced()));
    return !found.isEmpty() || mode == CatalogueMode.ANY_TABLE;
  }

  /// All tables in the catalogue with their connection's id.
  public List<Map.Entry<String, WarehouseTable>> known() {
    List<Map.Entry<String, WarehouseTable>> known = new ArrayList<>();
    tables.forEach((connection, byPath) ->
        byPath.values().stream()
            .filter(WarehouseTable::inCatalogue)
            .forEach(table -> known.add(Map.entry(connection, table))));
    return known;
  }

  /// The id of the table or scope at a path.
  public String inodeId(String connectionId, List<String> path) {
    return identifiers.uuid("inode", connectionId, String.join("\u0001", path));
  }

  private Map<List<String>, WarehouseTable> tablesOf(String connectionId) {
    return tables.computeIfAbsent(connectionId, _ -> new LinkedHashMap<>());
  }

  private static boolean isBelow(List<String> path, List<String> scope) {
    return path.size() >= scope.size() && path.subList(0, scope.size()).equals(scope);
  }
}
