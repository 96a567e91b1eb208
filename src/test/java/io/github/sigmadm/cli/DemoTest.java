package io.github.sigmadm.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sigmadm.sandbox.options.IdMode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class DemoTest {

  @TempDir private Path folder;

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  private int run(String... arguments) {
    PrintStream out = new PrintStream(printed, true, UTF_8);
    return new Main(Map.of(), new Console(out, out, false), folder).run(arguments);
  }

  @ParameterizedTest
  @EnumSource
  void theStoryGoesAsItIsTold(IdMode ids) throws IOException {
    Path place = folder.resolve("demo");

    int code =
        run("demo", "--folder", place.toString(), "--ids", ids.name().toLowerCase(Locale.ROOT));

    assertThat(code).as(printed.toString(UTF_8)).isZero();
    assertThat(printed.toString(UTF_8))
        .contains("=> blocked (needs-approval), exit code 3")
        .contains("Weekly box office`](", "uses Tickets")
        .doesNotContain("warning:")
        .contains("updated   data-models/ticket-sales.json (version 2)")
        .contains("=> no-changes, exit code 0")
        .contains("=> blocked (drift), exit code 3");
    assertThat(Files.readString(place.resolve(".sigma-dm/deploy-report.html")))
        .contains("Ticket Sales");
  }

  @Test
  void aFolderThatIsNotEmptyIsLeftAlone() throws IOException {
    Files.writeString(folder.resolve("mine.txt"), "mine");

    assertThat(run("demo", "--folder", folder.toString())).isEqualTo(2);

    assertThat(printed.toString(UTF_8)).contains("not empty");
  }

  @Test
  void everySubCommandExplainsItself() {
    for (String command :
        new String[] {"validate", "plan", "deploy", "drift", "state", "sandbox", "demo"}) {
      printed.reset();
      assertThat(run(command, "--help")).isZero();
      assertThat(printed.toString(UTF_8)).contains("Usage: sigma-dm " + command);
    }
  }

  @Test
  void anUnknownSubCommandIsToldWithWhatWasPerhapsMeant() {
    assertThat(run("plann")).isEqualTo(2);

    assertThat(printed.toString(UTF_8)).contains("plan");
  }
}
