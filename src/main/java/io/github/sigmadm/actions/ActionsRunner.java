package io.github.sigmadm.actions;

import io.github.sigmadm.core.Commit;
import io.github.sigmadm.flow.Event;
import io.github.sigmadm.flow.HostedRepository;
import io.github.sigmadm.flow.Trouble;
import io.github.sigmadm.render.Links;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the runner says about the run: its event, its repository, its files.
public final class ActionsRunner {

  private static final Pattern QUEUE_BRANCH =
      Pattern.compile("refs/heads/gh-readonly-queue/.+/pr-([0-9]{1,9})-[0-9a-f]+");

  private static final String BRANCH_PREFIX = "refs/heads/";
  private static final String NO_COMMIT = "0".repeat(40);

  private final Map<String, String> variables;

  /// @param variables the environment variables
  public ActionsRunner(Map<String, String> variables) {
    this.variables = Map.copyOf(variables);
  }

  /// The folder that the repository is checked out to.
  public Path workspace() {
    return Path.of(
        variable("GITHUB_WORKSPACE")
            .orElseThrow(() ->
                new Trouble.BadConfiguration(
                    "GITHUB_WORKSPACE is not set, so this is no step of a workflow. On your own"
                        + " machine, use a sub-command, such as `sigma-dm plan`.")));
  }

  /// The commit that the workflow runs for, if the runner says so.
  public Optional<Commit> commit() {
    return variable("GITHUB_SHA").flatMap(ActionsRunner::commit);
  }

  public Optional<Path> summaryFile() {
    return variable("GITHUB_STEP_SUMMARY").map(Path::of);
  }

  public Optional<Path> outputFile() {
    return variable("GITHUB_OUTPUT").map(Path::of);
  }

  /// Where the repository is hosted; empty if the runner does not say so.
  public Optional<HostedRepository> hosted() {
    Optional<String[]> name =
        variable("GITHUB_REPOSITORY")
            .map(text -> text.split("/", -1))
            .filter(parts -> parts.length == 2 && isName(parts[0]) && isName(parts[1]));
    if (name.isEmpty()) {
      return Optional.empty();
    }
    URI server = address("GITHUB_SERVER_URL", "https://github.com");
    URI api = address("GITHUB_API_URL", "https://api.github.com");
    String owner = name.get()[0];
    String repository = name.get()[1];
    Optional<URI> runUrl =
        variable("GITHUB_RUN_ID")
            .filter(id -> id.matches("[0-9]+"))
            .map(id ->
                URI.create(
                    server + "/" + owner + "/" + repository + "/actions/runs/" + id + attempt()));
    return Optional.of(new HostedRepository(owner, repository, server, api, runUrl));
  }

  /// Where the action comes from that runs; empty for one that is part of the workflow's own
  /// repository, or an image.
  public Optional<Links.Action> action() {
    Optional<String[]> name =
        variable("GITHUB_ACTION_REPOSITORY")
            .map(text -> text.split("/", -1))
            .filter(parts -> parts.length == 2 && isName(parts[0]) && isName(parts[1]));
    Optional<String> version = variable("GITHUB_ACTION_REF");
    if (name.isEmpty() || version.isEmpty()) {
      return Optional.empty();
    }
    String server = address("GITHUB_SERVER_URL", "https://github.com").toString();
    Links.Repository repository = new Links.Repository(server, name.get()[0], name.get()[1]);
    return Optional.of(new Links.Action(repository, version.get()));
  }

  private String attempt() {
    return variable("GITHUB_RUN_ATTEMPT")
        .filter(attempt -> attempt.matches("[0-9]+"))
        .map(attempt -> "/attempts/" + attempt)
        .orElse("");
  }

  private URI address(String name, String otherwise) {
    String text = variable(name).orElse(otherwise).replaceFirst("/+$", "");
    try {
      URI address = URI.create(text);
      if (address.getHost() != null) {
        return address;
      }
    } catch (IllegalArgumentException e) {
      // said below
    }
    throw new Trouble.BadConfiguration(
        "The variable " + name + " is not an address: '" + text + "'. The runner sets it.");
  }

  /// Whether somebody asked for debug logging.
  public boolean isDebug() {
    return variable("RUNNER_DEBUG").filter("1"::equals).isPresent();
  }

  /// The event.
  ///
  /// @throws Trouble.BadConfiguration if what the runner says about it cannot be understood
  public Event event() {
    String name = variable("GITHUB_EVENT_NAME").orElse("");
    return switch (name) {
      case "pull_request", "pull_request_target" -> pullRequest(payload());
      case "merge_group" -> {
        JsonNode group = payload().path("merge_group");
        yield new Event.MergeGroup(
            branch(required(group, "base_ref", name)),
            commitOf(group, "base_sha", name),
            commitOf(group, "head_sha", name),
            queued(group.path("head_ref").asString("")));
      }
      case "push" -> push(payload(), name);
      case "schedule" -> new Event.Schedule(currentBranch());
      case "workflow_dispatch" -> new Event.Dispatch(currentBranch());
      default -> new Event.Other(name, currentBranch());
    };
  }

  /// The pull request whose number GitHub writes into the name of the queue's temporary branch,
  /// `refs/heads/gh-readonly-queue/<base>/pr-<number>-<commit>`.
  private static OptionalInt queued(String branch) {
    Matcher name = QUEUE_BRANCH.matcher(branch);
    return name.matches() ? OptionalInt.of(Integer.parseInt(name.group(1))) : OptionalInt.empty();
  }

  private static Event pullRequest(JsonNode payload) {
    JsonNode pullRequest = payload.path("pull_request");
    JsonNode base = pullRequest.path("base");
    JsonNode head = pullRequest.path("head");
    int number = payload.path("number").asInt(pullRequest.path("number").asInt(0));
    if (number <= 0) {
      throw incomplete("pull_request", "number");
    }
    return new Event.PullRequest(
        number,
        payload.path("action").asString(""),
        required(base, "ref", "pull_request"),
        commitOf(base, "sha", "pull_request"),
        commitOf(head, "sha", "pull_request"),
        isFork(head.path("repo"), base.path("repo")));
  }

  /// A fork that was deleted since has no name any more.
  private static boolean isFork(JsonNode head, JsonNode base) {
    String name = head.path("full_name").asString("");
    return name.isEmpty() || !name.equals(base.path("full_name").asString(""));
  }

  private Event push(JsonNode payload, String name) {
    String ref = required(payload, "ref", name);
    Commit after = commitOf(payload, "after", name);
    if (!ref.startsWith(BRANCH_PREFIX) || after.isNone()) {
      // a tag, or a branch that was deleted
      return new Event.Other(name, "");
    }
    Commit before =
        commit(payload.path("before").asString(NO_COMMIT)).orElse(new Commit(NO_COMMIT));
    return new Event.Push(branch(ref), before, after);
  }

  private JsonNode payload() {
    Path file =
        Path.of(
            variable("GITHUB_EVENT_PATH")
                .orElseThrow(() ->
                    new Trouble.BadConfiguration(
                        "GITHUB_EVENT_PATH is not set, so it is not known why the workflow runs.")));
    try {
      return JsonMapper.shared().readTree(Files.readAllBytes(file));
    } catch (IOException | JacksonException e) {
      throw new Trouble.BadConfiguration(
          "The runner's event file "
              + file
              + " cannot be read: "
              + e.getClass().getSimpleName()
              + ".");
    }
  }

  private String currentBranch() {
    return variable("GITHUB_REF")
        .filter(ref -> ref.startsWith(BRANCH_PREFIX))
        .map(ActionsRunner::branch)
        .orElse("");
  }

  private Optional<String> variable(String name) {
    return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
  }

  private static boolean isName(String text) {
    return text.matches("[A-Za-z0-9._-]+");
  }

  private static String branch(String ref) {
    return ref.startsWith(BRANCH_PREFIX) ? ref.substring(BRANCH_PREFIX.length()) : ref;
  }

  private static String required(JsonNode node, String field, String event) {
    String text = node.path(field).asString("");
    if (text.isEmpty()) {
      throw incomplete(event, field);
    }
    return text;
  }

  private static Commit commitOf(JsonNode node, String field, String event) {
    return commit(required(node, field, event)).orElseThrow(() -> incomplete(event, field));
  }

  private static Optional<Commit> commit(String text) {
    try {
      return Optional.of(new Commit(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Trouble.BadConfiguration incomplete(String event, String field) {
    return new Trouble.BadConfiguration(
        "The runner's event file has no usable `" + field + "` for a " + event + " event.");
  }
}
