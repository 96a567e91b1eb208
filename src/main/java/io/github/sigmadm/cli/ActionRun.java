package io.github.sigmadm.cli;

import io.github.sigmadm.actions.ActionInputs;
import io.github.sigmadm.actions.ActionsAnnouncer;
import io.github.sigmadm.actions.ActionsArtifacts;
import io.github.sigmadm.actions.ActionsRunner;
import io.github.sigmadm.core.Commit;
import io.github.sigmadm.core.Secret;
import io.github.sigmadm.flow.Cancellation;
import io.github.sigmadm.flow.Conversation;
import io.github.sigmadm.flow.Event;
import io.github.sigmadm.flow.HostedRepository;
import io.github.sigmadm.flow.Inputs;
import io.github.sigmadm.flow.Program;
import io.github.sigmadm.flow.Run;
import io.github.sigmadm.flow.Trouble;
import io.github.sigmadm.flow.World;
import io.github.sigmadm.git.Checkout;
import io.github.sigmadm.git.GitHistory;
import io.github.sigmadm.git.StateRefs;
import io.github.sigmadm.git.Upstream;
import io.github.sigmadm.http.Secrets;
import io.github.sigmadm.render.Conclusion;
import io.github.sigmadm.render.Outputs;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/// A run as a step of a workflow: everything comes from the runner's variables, everything goes to
/// its files.
final class ActionRun {

  private final Map<String, String> variables;
  private final Console console;
  private final Cancellation cancellation;
  private final Secrets secrets = new Secrets();

  ActionRun(Map<String, String> variables, Console console, Cancellation cancellation) {
    this.variables = variables;
    this.console = console;
    this.cancellation = cancellation;
  }

  int run() {
    ActionsRunner runner = new ActionsRunner(variables);
    ActionsAnnouncer announcer =
        new ActionsAnnouncer(console.out(), secrets::redact, Optional.empty());
    try {
      Inputs inputs = ActionInputs.read(variables);
      announcer = new ActionsAnnouncer(console.out(), secrets::redact, inputs.workingDirectory());
      hideSecrets(inputs, announcer);
      ActionInputs.warnings(variables).forEach(announcer::warning);
      return conclude(runner, inputs, announcer).exitCode();
    } catch (Trouble trouble) {
      announcer.error(
          Optional.ofNullable(trouble.getMessage()).orElse(trouble.getClass().getSimpleName()));
      Conclusion conclusion = Troubles.conclusion(trouble);
      outputsOf(runner, conclusion);
      return conclusion.exitCode();
    }
  }

  private Conclusion conclude(ActionsRunner runner, Inputs inputs, ActionsAnnouncer announcer) {
    Path workspace = runner.workspace();
    ActionsArtifacts artifacts =
        new ActionsArtifacts(workspace, runner.summaryFile(), runner.outputFile());
    Event event = runner.event();
    Optional<HostedRepository> hosted = runner.hosted();
    try (Checkout checkout = Checkout.open(workspace);
        GitHubConnection service = GitHubConnection.of(hosted, inputs.token(), secrets, announcer);
        GitHistory history =
            GitHistory.of(
                checkout,
                Upstream.of(checkout, hosted, inputs.token()),
                GitHistory.refsOf(event),
                service.ancestry());
        SigmaConnections sigma = new SigmaConnections(secrets, announcer);
        StateRefs states =
            StateRefs.of(
                checkout, Upstream.of(checkout, hosted, inputs.token()), Clock.systemUTC())) {
      Commit checkedOut = checkout.head();
      Optional<Conversation> conversation = service.conversation();
      World world =
          new World(
              new CheckedOutRepository(
                  service.behind(history), history, checkedOut, Optional.empty()),
              sigma,
              conversation,
              announcer,
              artifacts,
              states,
              name -> Optional.ofNullable(variables.get(name)),
              Pauses::sleep,
              cancellation);
      return new Program(world, new Run(inputs, event, hosted, runner.action())).execute();
    }
  }

  /// Before anything is printed: what is secret in the inputs and in the variables that credentials
  /// come from.
  private void hideSecrets(Inputs inputs, ActionsAnnouncer announcer) {
    inputs.clientSecret().ifPresent(secret -> hide(secret, announcer));
    inputs.clientId().ifPresent(secret -> hide(secret, announcer));
    inputs.token().ifPresent(secret -> hide(secret, announcer));
    variables.forEach((name, value) -> {
      if (name.matches("SIGMA_(?:.+_)?(?:CLIENT_ID|CLIENT_SECRET|SECRET)")) {
        hide(new Secret(value), announcer);
      }
    });
  }

  private void hide(Secret secret, ActionsAnnouncer announcer) {
    secrets.add(secret);
    announcer.mask(secret);
  }

  private static void outputsOf(ActionsRunner runner, Conclusion conclusion) {
    Map<String, String> outputs = Outputs.of(conclusion, Outputs.Places.NONE);
    new ActionsArtifacts(Path.of(""), runner.summaryFile(), runner.outputFile()).output(outputs);
  }
}
