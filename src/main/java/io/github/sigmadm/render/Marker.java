package io.github.sigmadm.render;

import io.github.sigmadm.core.Commit;
import io.github.sigmadm.core.EnvironmentName;
import io.github.sigmadm.plan.Plan;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a comment says about itself, invisibly, in its first two lines: by the first it is found
/// again, the second tells what was reviewed.
///
/// It is read only where it begins a comment. Nothing from a spec comes before it, so a spec cannot
/// forge one.
///
/// @param environment where the plan leads; empty if files are only validated
/// @param commit what was planned
/// @param fingerprint the plan's fingerprint; empty if it was made without live state
public record Marker(
    Optional<EnvironmentName> environment, Commit commit, Optional<String> fingerprint) {

  private static final Pattern BODY =
      Pattern.compile(
          "<!-- sigma-dm-action: plan(?: for (\\S+))? -->\\R"
              + "<!-- commit=([0-9a-f]+)(?: fingerprint=([A-Za-z0-9._:+/=-]+))? -->\\R?");

  public Marker {
    if (fingerprint.isPresent() && !fingerprint.get().matches("[A-Za-z0-9._:+/=-]+")) {
      throw new IllegalArgumentException("not a fingerprint: '" + fingerprint.get() + "'");
    }
  }

  /// The marker of a plan.
  public static Marker of(Plan plan) {
    return new Marker(plan.environment(), plan.commit(), plan.fingerprint());
  }

  /// The line that begins every comment for an environment, and no other comment.
  public static String searchText(Optional<EnvironmentName> environment) {
    return "<!-- sigma-dm-action: plan"
        + environment.map(name -> " for " + name.value()).orElse("")
        + " -->";
  }

  /// Reads the marker back from the body of a comment, however the service has changed its line
  /// ends; empty if it does not begin with one.
  public static Optional<Marker> read(String body) {
    Matcher matcher = BODY.matcher(body);
    if (!matcher.lookingAt()) {
      return Optional.empty();
    }
    Optional<String> environment = Optional.ofNullable(matcher.group(1));
    String commit = matcher.group(2);
    if (environment.filter(name -> !EnvironmentName.isValid(name)).isPresent()
        || (commit.length() != 40 && commit.length() != 64)) {
      return Optional.empty();
    }
    return Optional.of(
        new Marker(
            environment.map(EnvironmentName::new),
            new Commit(commit),
            Optional.ofNullable(matcher.group(3))));
  }

  /// The two lines.
  String text() {
    return searchText(environment)
        + "\n<!-- commit="
        + commit.id()
        + fingerprint.map(text -> " fingerprint=" + text).orElse("")
        + " -->\n";
  }
}
