package io.github.sigmadm.sigma;

import io.github.sigmadm.core.DataModelId;
import io.github.sigmadm.core.FolderId;
import io.github.sigmadm.flow.Trouble;
import io.github.sigmadm.http.Pacing.Sleeper;
import io.github.sigmadm.match.LiveEntry;
import io.github.sigmadm.spec.DataModel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Makes one model, and never two.
///
/// Sigma has no key that makes a create repeatable, and does not mind two models of one name. So
/// when an answer is lost, the list of models is looked at for one of that name in that folder that
/// was not there before. Only when none appears is the create sent a second time, and after that no
/// more. A list that has lost all models that were there before is no proof that there is none.
///
/// What is found is not compared with what was sent: Sigma changes representations on their way in,
/// and a model of ours that is not recognised would become two. Whoever asked for the model reads
/// it back anyway.
final class ModelCreation {

  /// How long to wait before each look. Making a large model is slow.
  private static final List<Duration> LOOKS =
      List.of(
          Duration.ZERO,
          Duration.ofSeconds(1),
          Duration.ofSeconds(2),
          Duration.ofSeconds(4),
          Duration.ofSeconds(8));

  private final Caller caller;
  private final SigmaModels models;
  private final Sleeper sleeper;

  ModelCreation(Caller caller, SigmaModels models, Sleeper sleeper) {
    this.caller = caller;
    this.models = models;
    this.sleeper = sleeper;
  }

  /// @param before the models that there were before
  DataModelId create(
      String name,
      FolderId folder,
      Optional<String> description,
      DataModel content,
      Set<DataModelId> before) {
    Call call = Endpoints.create(name, folder, description, content);
    Wanted wanted = new Wanted(call, name, folder, before);
    return switch (attempt(call)) {
      case Attempt.Made made -> made.id();
      case Attempt.Unsure unsure -> appeared(wanted, unsure, LOOKS).orElseGet(() -> again(wanted));
    };
  }

  private record Wanted(Call call, String name, FolderId folder, Set<DataModelId> before) {}

  private sealed interface Attempt {
    record Made(DataModelId id) implements Attempt {}

    record Unsure(String what) implements Attempt {}
  }

  private DataModelId again(Wanted wanted) {
    return switch (attempt(wanted.call())) {
      case Attempt.Made made -> withoutTwin(wanted, made.id());
      case Attempt.Unsure unsure ->
          appeared(wanted, unsure, LOOKS).orElseThrow(() -> unknown(wanted, unsure));
    };
  }

  private Attempt attempt(Call call) {
    return switch (caller.send(call)) {
      case Answer.Refused refused -> throw caller.rejected(call, refused.refusal());
      case Answer.Lost lost -> new Attempt.Unsure(lost.what());
      case Answer.Done done ->
          done.said()
              .text("dataModelId")
              .filter(id -> !id.isBlank())
              .<Attempt>map(id -> new Attempt.Made(new DataModelId(id)))
              .orElseGet(() ->
                  new Attempt.Unsure(
                      Caller.sentence(call) + "Sigma's answer does not say which model it made."));
    };
  }

  /// The first create was slow and not lost, and acted after all: the second one goes.
  private DataModelId withoutTwin(Wanted wanted, DataModelId second) {
    List<LiveEntry> found =
        candidates(wanted).stream().filter(entry -> !entry.id().equals(second)).toList();
    if (found.size() != 1) {
      return second;
    }
    return switch (caller.send(Endpoints.delete(second))) {
      case Answer.Done ignored -> found.getFirst().id();
      case Answer.Refused refused ->
          throw twins(wanted, found.getFirst(), second, refused.refusal().words());
      case Answer.Lost lost -> throw twins(wanted, found.getFirst(), second, lost.what());
    };
  }

  private Optional<DataModelId> appeared(
      Wanted wanted, Attempt.Unsure unsure, List<Duration> looks) {
    for (Duration wait : looks) {
      sleep(wanted, unsure, wait);
      List<LiveEntry> found = lookedUp(wanted, unsure);
      if (found.size() > 1) {
        throw new Trouble.OutcomeUnknown(
            unsure.what()
                + " Since then "
                + found.size()
                + " models of that name have appeared in the folder ("
                + found.stream().map(entry -> entry.id().value()).collect(Collectors.joining(", "))
                + "). Delete all but one in Sigma and run again.",
            null);
      }
      if (found.size() == 1) {
        return Optional.of(found.getFirst().id());
      }
    }
    return Optional.empty();
  }

  private List<LiveEntry> lookedUp(Wanted wanted, Attempt.Unsure unsure) {
    try {
      return candidates(wanted);
    } catch (Trouble trouble) {
      throw new Trouble.OutcomeUnknown(
          unsure.what()
              + " Looking for it failed too: "
              + trouble.getMessage()
              + " Run again: if the model was made, it is found by its name and folder.",
          trouble);
    }
  }

  private List<LiveEntry> candidates(Wanted wanted) {
    List<LiveEntry> all = models.list();
    if (!wanted.before().isEmpty()
        && all.stream().map(LiveEntry::id).noneMatch(wanted.before()::contains)) {
      throw new Trouble.Unreachable(
          "Sigma's list of data models holds none of those that were there before.", null);
    }
    return all.stream()
        .filter(entry -> entry.name().equals(wanted.name()))
        .filter(entry -> !wanted.before().contains(entry.id()))
        .filter(entry ->
            models
                .read(entry.id())
                .filter(model -> model.folder().equals(wanted.folder()))
                .isPresent())
        .toList();
  }

  private void sleep(Wanted wanted, Attempt.Unsure unsure, Duration wait) {
    if (wait.isZero()) {
      return;
    }
    try {
      sleeper.sleep(wait);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unknown(wanted, unsure);
    }
  }

  private static Trouble unknown(Wanted wanted, Attempt.Unsure unsure) {
    return new Trouble.OutcomeUnknown(
        unsure.what()
            + " No model named '"
            + wanted.name()
            + "' has appeared in the folder "
            + wanted.folder()
            + ". Run again: if it appears late, it is found by its name and folder.",
        null);
  }

  private static Trouble twins(Wanted wanted, LiveEntry first, DataModelId second, String why) {
    return new Trouble.OutcomeUnknown(
        "Sigma made the data model '"
            + wanted.name()
            + "' twice, since its first answer was lost, and the second could not be deleted. "
            + why
            + " Delete "
            + second
            + " in Sigma, keep "
            + first.id()
            + ", and run again.",
        null);
  }
}
