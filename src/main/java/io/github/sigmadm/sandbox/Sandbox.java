package io.github.sigmadm.sandbox;

import io.github.sigmadm.sandbox.document.Json;
import io.github.sigmadm.sandbox.options.SandboxOptions;
import io.github.sigmadm.sandbox.rest.Interception;
import io.github.sigmadm.sandbox.rest.InterceptionHandle;
import io.github.sigmadm.sandbox.rest.People;
import io.github.sigmadm.sandbox.rest.Representation;
import io.github.sigmadm.sandbox.rest.Request;
import io.github.sigmadm.sandbox.rest.RequestLog;
import io.github.sigmadm.sandbox.rest.Server;
import io.github.sigmadm.sandbox.store.Connection;
import io.github.sigmadm.sandbox.store.DataModel;
import io.github.sigmadm.sandbox.store.FileEntry;
import io.github.sigmadm.sandbox.store.FileType;
import io.github.sigmadm.sandbox.store.Files;
import io.github.sigmadm.sandbox.store.Organisation;
import io.github.sigmadm.sandbox.store.WorkbookHealth;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.node.ObjectNode;

/// A running stand-in for Sigma, listening on loopback until it is closed.
///
/// It starts with one workspace that holds three folders, and one connection; their ids are the
/// constants here. With [io.github.sigmadm.sandbox.options.CatalogueMode#ANY_TABLE] any other
/// connection id works as well.
public final class Sandbox implements AutoCloseable {

  /// The workspace "Analytics", which holds the folders.
  public static final String WORKSPACE = "6f1de2aa-50c3-4b2e-9f6b-0c41d7a3e581";

  /// The folder "Development".
  public static final String DEVELOPMENT_FOLDER = "1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed";

  /// The folder "Production".
  public static final String PRODUCTION_FOLDER = "9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d";

  /// The folder "Previews".
  public static final String PREVIEW_FOLDER = "2c5ea4c0-4067-41e9-8bad-9b1deb4d3b7d";

  /// The connection "Warehouse", with friendly names.
  public static final String CONNECTION = "7c9e6679-7425-40de-944b-e07fc1f90ae7";

  private final Organisation organisation;
  private final Server server;

  private Sandbox(Organisation organisation, Server server) {
    this.organisation = organisation;
    this.server = server;
  }

  /// Starts with [SandboxOptions#defaults].
  public static Sandbox start() {
    return start(SandboxOptions.defaults());
  }

  /// Starts; a [java.io.UncheckedIOException] says that the port is taken.
  public static Sandbox start(SandboxOptions options) {
    Organisation organisation = new Organisation(options);
    furnish(organisation);
    return new Sandbox(organisation, Server.start(organisation));
  }

  /// The address to use instead of Sigma's, without a slash at the end.
  public String baseUrl() {
    return "http://127.0.0.1:" + server.port();
  }

  public SandboxOptions options() {
    return organisation.options();
  }

  /// Someone who works in Sigma's user interface.
  public Person person() {
    return new Person(organisation);
  }

  /// The requests so far.
  public RequestLog requests() {
    return server.log();
  }

  /// Does something to every request of this kind, until the handle is closed.
  public InterceptionHandle intercept(Predicate<Request> which, Interception interception) {
    return server.intercept(which, interception, Integer.MAX_VALUE);
  }

  /// Does something to the first requests of this kind, `most` times.
  public InterceptionHandle intercept(
      Predicate<Request> which, Interception interception, int most) {
    return server.intercept(which, interception, most);
  }

  /// Makes all tokens invalid that were issued so far.
  public void revokeTokens() {
    server.revokeTokens();
  }

  /// The ids of the data models that are not deleted, in order of creation.
  public List<String> dataModels() {
    return organisation.exclusively(() ->
        organisation.models().all().stream()
            .map(DataModel::id)
            .filter(id -> organisation.models().live(id).isPresent())
            .toList());
  }

  /// The ids of the data models of this name that are not deleted.
  public List<String> dataModelsNamed(String name) {
    return dataModels().stream().filter(id -> file(id).name().equals(name)).toList();
  }

  /// A file: a data model, a folder or a workbook.
  public FileEntry file(String id) {
    return organisation.exclusively(() -> organisation.files().get(id));
  }

  /// The number of a model's newest version.
  public int latestVersion(String dataModelId) {
    return organisation.exclusively(() -> organisation.models().get(dataModelId).latest().number());
  }

  /// The newest version of a model as a read gives it.
  public ObjectNode spec(String dataModelId) {
    return spec(dataModelId, latestVersion(dataModelId));
  }

  /// A version of a model as a read gives it.
  public ObjectNode spec(String dataModelId, int version) {
    return organisation.exclusively(() -> {
      DataModel model = organisation.models().get(dataModelId);
      return Representation.of(organisation, model, model.version(version));
    });
  }

  /// What workbooks have lost of the data models that they use: one sentence, beginning with the
  /// workbook's name, for each element that is gone or hidden and each name that does not resolve.
  /// Empty when all is well.
  public List<String> brokenWorkbooks() {
    return organisation.exclusively(() ->
        organisation.workbooks().stream()
            .flatMap(workbook -> {
              String name = organisation.files().get(workbook.id()).name();
              return WorkbookHealth.losses(workbook, organisation.surroundings()).stream()
                  .map(loss -> name + ": " + loss);
            })
            .toList());
  }

  /// [#spec(String)] as indented JSON text.
  public String specText(String dataModelId) {
    return Json.prettyText(spec(dataModelId));
  }

  @Override
  public void close() {
    server.close();
  }

  private static void furnish(Organisation organisation) {
    Files files = organisation.files();
    String by = People.ANALYST_ID;
    files.existing(WORKSPACE, FileType.WORKSPACE, "Analytics", Files.ROOT, "", by);
    files.existing(DEVELOPMENT_FOLDER, FileType.FOLDER, "Development", WORKSPACE, "", by);
    files.existing(PRODUCTION_FOLDER, FileType.FOLDER, "Production", WORKSPACE, "", by);
    files.existing(PREVIEW_FOLDER, FileType.FOLDER, "Previews", WORKSPACE, "", by);
    for (String member : List.of(People.DEPLOYER_ID, People.ANALYST_ID)) {
      String home = organisation.identifiers().uuid("home", member);
      files.existing(home, FileType.FOLDER, "My Documents", Files.ROOT, "", member);
    }
    organisation.catalogue().add(new Connection(CONNECTION, "Warehouse", "snowflake", true));
  }
}
