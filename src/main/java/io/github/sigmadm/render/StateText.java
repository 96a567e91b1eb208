package io.github.sigmadm.render;

import io.github.sigmadm.core.Commit;
import io.github.sigmadm.core.EnvironmentName;
import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.state.DeployedModel;
import io.github.sigmadm.state.State;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// The state of an environment, and how it came about, for people.
public final class StateText {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private StateText() {}

  /// One record of the log.
  ///
  /// @param message its first line is the title
  public record Entry(Commit point, Instant time, String message) {}

  /// What each file was last deployed as.
  public static String show(EnvironmentName environment, State state) {
    StringBuilder text = new StringBuilder();
    if (state.models().isEmpty()) {
      return "Nothing was deployed to " + environment + " yet.\n";
    }
    text.append(environment).append(" has ");
    text.append(Count.of(state.models().size(), "model"));
    state.head().ifPresent(head -> text.append(", last deployed from ").append(head.abbreviated()));
    text.append(".\n");
    state.models().forEach((path, model) -> append(path, model, text));
    return text.toString();
  }

  private static void append(RepositoryPath path, DeployedModel model, StringBuilder text) {
    text.append('\n').append(VisibleText.line(path.value())).append('\n');
    text.append("  model    ").append(VisibleText.line(model.name()));
    text.append(" (").append(VisibleText.line(model.id().value())).append(")\n");
    text.append("  version  ");
    text.append(model.version().map(version -> Long.toString(version)).orElse("not known"));
    text.append(", from ").append(model.commit().abbreviated());
    text.append(model.created() ? ", made by a deploy" : ", was there before").append('\n');
    text.append("  folder   ").append(VisibleText.line(model.folder().value())).append('\n');
    text.append("  ids      ").append(model.ids().live().size()).append(" known\n");
    if (model.hash().isEmpty()) {
      text.append("  The last deploy did not end well; the next one writes it again.\n");
    }
  }

  /// What was deployed when, latest first.
  public static String log(EnvironmentName environment, List<Entry> entries) {
    if (entries.isEmpty()) {
      return "Nothing was deployed to " + environment + " yet.\n";
    }
    StringBuilder text = new StringBuilder();
    for (Entry entry : entries) {
      text.append(entry.point().abbreviated()).append("  ");
      text.append(TIME.format(entry.time())).append(" UTC  ");
      List<String> lines = entry.message().strip().lines().toList();
      text.append(VisibleText.line(lines.getFirst())).append('\n');
      lines.stream()
          .skip(1)
          .filter(line -> !line.isBlank())
          .forEach(line -> text.append("    ").append(VisibleText.line(line)).append('\n'));
    }
    return text.toString();
  }
}
