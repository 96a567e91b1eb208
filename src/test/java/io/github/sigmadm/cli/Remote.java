package io.github.sigmadm.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.sigmadm.core.Commit;
import io.github.sigmadm.core.EnvironmentName;
import io.github.sigmadm.flow.StateStore.Recall;
import io.github.sigmadm.git.Checkout;
import io.github.sigmadm.git.StateRefs;
import io.github.sigmadm.git.Upstream;
import io.github.sigmadm.git.WorkTree;
import io.github.sigmadm.sandbox.Sandbox;
import io.github.sigmadm.state.State;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A bare repository that people push to, and the runs that a push starts: each on a checkout of
/// its own of depth 1, with nothing but the runner's variables.
final class Remote {

  private final Path folder;
  private final WorkTree author;

  /// @param folder an empty folder
  Remote(Path folder) {
    this.folder = folder;
    this.author = WorkTree.make(folder.resolve("author"));
    try {
      Files.createDirectories(folder.resolve("remote.git"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    new WorkTree(folder.resolve("remote.git"))
        .git("init", "--quiet", "--bare", "--initial-branch=main");
    author.git("remote", "add", "origin", address());
  }

  private String address() {
    return folder.resolve("remote.git").toUri().toString();
  }

  /// Commits files and pushes them to `main`.
  Commit push(Map<String, String> files) {
    files.forEach(author::write);
    Commit commit = author.commit("change");
    author.git("push", "--quiet", "origin", "HEAD:main");
    return commit;
  }

  /// A checkout of a commit of `main`, of depth 1.
  Path checkout(String name, Commit commit) {
    Path workspace = folder.resolve(name);
    WorkTree.clone(address(), workspace, "--depth=5", "--branch=main");
    new WorkTree(workspace).git("checkout", "--quiet", "--detach", commit.id());
    return workspace;
  }

  /// What is recorded of the environment `prod`.
  State state() {
    try (Checkout checkout = Checkout.open(author.folder());
        StateRefs refs =
            StateRefs.of(
                checkout,
                Upstream.of(checkout, Optional.empty(), Optional.empty()),
                Clock.systemUTC())) {
      return ((Recall.Known) refs.read(new EnvironmentName("prod"))).state();
    }
  }

  /// What a run came to.
  record Ended(int exitCode, String log) {}

  /// Runs the action in this process, as a push to `main` does.
  Ended run(Path workspace, Sandbox sandbox, Commit before, Commit after) {
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(log, true, UTF_8);
    int code =
        new Main(variables(workspace, sandbox, before, after), new Console(out, out, false), folder)
            .run();
    return new Ended(code, log.toString(UTF_8));
  }

  /// Starts the action as a process of its own.
  Process start(Path workspace, Sandbox sandbox, Commit before, Commit after) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp"));
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(Main.class.getName());
    ProcessBuilder builder = new ProcessBuilder(command).directory(workspace.toFile());
    builder.environment().putAll(variables(workspace, sandbox, before, after));
    builder.redirectErrorStream(true).redirectOutput(workspace.resolveSibling("log").toFile());
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, String> variables(
      Path workspace, Sandbox sandbox, Commit before, Commit after) {
    Path event = workspace.resolveSibling(workspace.getFileName() + "-event.json");
    try {
      Files.writeString(
          event,
          "{\"ref\":\"refs/heads/main\",\"before\":\"%s\",\"after\":\"%s\"}"
              .formatted(before, after));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> variables = new HashMap<>();
    variables.put("GITHUB_ACTIONS", "true");
    variables.put("GITHUB_WORKSPACE", workspace.toString());
    variables.put("GITHUB_EVENT_NAME", "push");
    variables.put("GITHUB_EVENT_PATH", event.toString());
    variables.put("GITHUB_REPOSITORY", "acme/models");
    variables.put("GITHUB_SERVER_URL", "https://github.com");
    variables.put("GITHUB_API_URL", "http://127.0.0.1:1");
    variables.put("GITHUB_OUTPUT", event.resolveSibling("output").toString());
    variables.put("GITHUB_STEP_SUMMARY", event.resolveSibling("summary").toString());
    variables.put("INPUT_CLIENT-ID", sandbox.options().credentials().clientId());
    variables.put("INPUT_CLIENT-SECRET", sandbox.options().credentials().clientSecret());
    variables.put("INPUT_BASE-URL", sandbox.baseUrl());
    return variables;
  }
}
