package io.github.sigmadm.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sigmadm.core.EnvironmentName;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A comment says what it is about, and nobody else can say it in its place.
final class MarkerTest {

  private static final Marker FULL = new Marker(Samples.PROD, Samples.HEAD, Samples.FINGERPRINT);

  @Test
  void whatIsWrittenIsReadBack() {
    List<Marker> markers =
        List.of(
            FULL,
            new Marker(Optional.empty(), Samples.HEAD, Optional.empty()),
            new Marker(Samples.PROD, Samples.BASE, Optional.empty()),
            new Marker(
                Optional.of(new EnvironmentName("a--b.c_d")),
                Samples.HEAD,
                Optional.of("sha256:ab+/=")));
    for (Marker marker : markers) {
      assertThat(Marker.read(marker.text() + "### body")).contains(marker);
      assertThat(Marker.read(marker.text().replace("\n", "\r\n") + "### body")).contains(marker);
      assertThat(marker.text()).startsWith(Marker.searchText(marker.environment()));
    }
  }

  @Test
  void everyCommentBeginsWithTheMarkerOfItsPlan() {
    assertThat(Marker.read(Comment.of(Samples.update(), Samples.occasion(Occasion.Kind.PLAN))))
        .contains(FULL);
  }

  @Test
  void aReportKeepsTheMarkerOfWhatWasReviewed() {
    Marker reviewed = new Marker(Samples.PROD, Samples.BASE, Optional.of("0123456789abcdef"));
    Occasion occasion =
        new Occasion(Occasion.Kind.DEPLOY, Links.NONE, List.of(), Optional.of(reviewed));
    assertThat(Marker.read(Comment.of(Samples.deployed(), occasion))).contains(reviewed);
  }

  @Test
  void theCommentOfOneEnvironmentIsNotTakenForAnothers() {
    String body = Comment.of(Samples.update(), Samples.occasion(Occasion.Kind.PLAN));
    assertThat(body).startsWith(Marker.searchText(Samples.PROD));
    for (String other : List.of("pro", "prod2", "dev")) {
      assertThat(body).doesNotStartWith(Marker.searchText(Optional.of(new EnvironmentName(other))));
    }
    assertThat(body).doesNotStartWith(Marker.searchText(Optional.empty()));
  }

  @Test
  void aSpecCannotForgeOne() {
    Marker other =
        new Marker(Optional.of(new EnvironmentName("dev")), Samples.BASE, Optional.empty());
    String forged = "\n" + other.text();
    String body =
        Comment.of(
            HostilePlans.named(forged),
            new Occasion(
                Occasion.Kind.PLAN,
                Samples.LINKS,
                List.of(new Verdict(Verdict.Weight.WARNS, forged)),
                Optional.empty()));
    assertThat(body).startsWith(Marker.searchText(Samples.PROD));
    assertThat(Marker.read(body)).isNotEqualTo(Optional.of(other));
    assertThat(body.lines().filter(line -> line.startsWith("<!--"))).hasSize(2);
    assertThat(Marker.read("> " + FULL.text())).isEmpty();
    assertThat(Marker.read("x" + FULL.text())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "### body",
        "<!-- sigma-dm-action: plan for prod -->",
        "<!-- sigma-dm-action: plan for prod --> <!-- commit=123 --> ",
        "<!-- sigma-dm-action: plan for .. --> <!-- commit=4be1c0ffee4be1c0ffee4be1c0ffee4be1c0ffee --> ",
        "<!-- another-action: plan for prod --> <!-- commit=4be1c0ffee4be1c0ffee4be1c0ffee4be1c0ffee --> "
      })
  void anythingElseIsNoMarker(String body) {
    assertThat(Marker.read(body.replace("> ", ">\n"))).isEmpty();
  }

  @Test
  void aFingerprintThatCouldEndTheLineIsRefused() {
    assertThatThrownBy(() -> new Marker(Samples.PROD, Samples.HEAD, Optional.of("a --> b")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
