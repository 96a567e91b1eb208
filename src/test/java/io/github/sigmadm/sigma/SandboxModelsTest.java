package io.github.sigmadm.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sigmadm.core.DataModelId;
import io.github.sigmadm.core.FolderId;
import io.github.sigmadm.core.Secret;
import io.github.sigmadm.flow.Credentials;
import io.github.sigmadm.flow.LiveModels;
import io.github.sigmadm.flow.LiveModelsContract;
import io.github.sigmadm.http.ClientSettings;
import io.github.sigmadm.http.FakeTime;
import io.github.sigmadm.http.HostPolicy;
import io.github.sigmadm.http.RequestLog;
import io.github.sigmadm.http.Secrets;
import io.github.sigmadm.http.ServiceClient;
import io.github.sigmadm.sandbox.Sandbox;
import io.github.sigmadm.sandbox.options.IdMode;
import io.github.sigmadm.sandbox.options.Quirk;
import io.github.sigmadm.sandbox.options.SandboxOptions;
import io.github.sigmadm.sandbox.rest.Effect;
import io.github.sigmadm.sandbox.rest.Interception;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// The real adapter against the stand-in for Sigma, in each of the ways in which Sigma has been
/// seen to behave.
final class SandboxModelsTest {

  @Nested
  final class ReplacingIds extends OnTheSandbox {
    @Override
    SandboxOptions options(SandboxOptions defaults) {
      return defaults.withIds(IdMode.REMAP);
    }
  }

  @Nested
  final class KeepingIds extends OnTheSandbox {
    @Override
    SandboxOptions options(SandboxOptions defaults) {
      return defaults.withIds(IdMode.KEEP);
    }
  }

  @Nested
  final class WithItsQuirks extends OnTheSandbox {
    @Override
    SandboxOptions options(SandboxOptions defaults) {
      return defaults.withQuirks(
          Quirk.FORM_REFUSED,
          Quirk.FOLDER_ID_MISSING,
          Quirk.ARCHIVED_MODELS_LISTED,
          Quirk.INODE_ID_IN_FILE_LIST,
          Quirk.SUMMARY_INSTEAD_OF_MESSAGE);
    }
  }

  abstract static class OnTheSandbox extends LiveModelsContract {

    private final List<AutoCloseable> opened = new ArrayList<>();

    abstract SandboxOptions options(SandboxOptions defaults);

    @AfterEach
    final void close() throws Exception {
      for (AutoCloseable one : opened.reversed()) {
        one.close();
      }
    }

    @Override
    protected final SandboxWorld world() {
      var time = new FakeTime();
      Sandbox sandbox = Sandbox.start(options(SandboxOptions.defaults()).withClock(time::now));
      opened.add(sandbox);
      var secrets = new Secrets();
      var client =
          new ServiceClient(
              ClientSettings.of("Sigma", "tests"),
              HostPolicy.LOOPBACK,
              secrets,
              time.pacing(),
              RequestLog.NONE);
      opened.add(client);
      var credentials =
          new Credentials(
              new Secret(SandboxOptions.DEFAULT_CREDENTIALS.clientId()),
              new Secret(SandboxOptions.DEFAULT_CREDENTIALS.clientSecret()));
      LiveModels models =
          new SigmaModels(
              URI.create(sandbox.baseUrl()), credentials, client, secrets, time.pacing());
      return new SandboxWorld(sandbox, models);
    }

    /// The contract: to plan, one token, the listing, and one read for each changed model.
    @Test
    void noCallIsMadeForNothing() {
      SandboxWorld world = world();
      DataModelId id =
          new DataModelId(
              world
                  .sandbox()
                  .person()
                  .addDataModel(
                      """
                      {"name": "Orders", "folderId": "%s", "schemaVersion": 1, "pages": []}
                      """
                          .formatted(Sandbox.DEVELOPMENT_FOLDER)));
      boolean folderTold = !world.sandbox().options().has(Quirk.FOLDER_ID_MISSING);

      world.models().list();
      Optional<?> model = world.models().read(id);

      assertThat(model).isPresent();
      var requests = world.sandbox().requests();
      assertThat(requests.count("GET", "/v2/dataModels")).isEqualTo(1);
      assertThat(requests.count("GET", "/v2/dataModels/*/spec")).isEqualTo(1);
      assertThat(requests.all().stream().filter(one -> one.status() == 200))
          .hasSize(folderTold ? 3 : 4);
    }

    @Test
    void revokedTokensAreReplaced() {
      SandboxWorld world = world();
      world.models().list();
      world.sandbox().revokeTokens();

      assertThat(world.models().list()).isEmpty();
    }
  }

  record SandboxWorld(Sandbox sandbox, LiveModels models) implements LiveModelsContract.World {

    @Override
    public FolderId folder() {
      return new FolderId(Sandbox.DEVELOPMENT_FOLDER);
    }

    @Override
    public FolderId otherFolder() {
      return new FolderId(Sandbox.PRODUCTION_FOLDER);
    }

    @Override
    public void edit(DataModelId id) {
      sandbox.person().editText(id.value(), text -> text.replace("Amount", "Price"));
    }

    @Override
    public void delete(DataModelId id) {
      sandbox.person().delete(id.value());
    }

    @Override
    public void loseTheNextAnswer() {
      var _ = sandbox.intercept(SandboxWorld::isWrite, Interception.after(Effect.drop()), 1);
    }

    @Override
    public void loseTheNextWrite() {
      var _ = sandbox.intercept(SandboxWorld::isWrite, Interception.before(Effect.drop()), 1);
    }

    @Override
    public int named(String name) {
      return sandbox.dataModelsNamed(name).size();
    }

    private static boolean isWrite(io.github.sigmadm.sandbox.rest.Request request) {
      return request.path().endsWith("/spec") && !request.method().equals("GET");
    }
  }
}
