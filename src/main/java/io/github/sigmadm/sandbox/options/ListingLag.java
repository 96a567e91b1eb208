package io.github.sigmadm.sandbox.options;

import java.time.Duration;

/// How long `GET /v2/files` does not show a file that the API has just created: it reads a search
/// index.
public sealed interface ListingLag {

  /// Created files are listed at once.
  static ListingLag none() {
    return new Calls(0);
  }

  /// The first `count` listings after the creation do not show the file.
  static ListingLag calls(int count) {
    return new Calls(count);
  }

  /// Listings in this time after the creation do not show the file.
  static ListingLag time(Duration duration) {
    return new Time(duration);
  }

  /// Counted in listings.
  record Calls(int count) implements ListingLag {
    public Calls {
      if (count < 0) {
        throw new IllegalArgumentException("a number of calls is not negative: " + count);
      }
    }
  }

  /// Counted on the sandbox's clock.
  record Time(Duration duration) implements ListingLag {
    public Time {
      if (duration.isNegative()) {
        throw new IllegalArgumentException("a lag is not negative: " + duration);
      }
    }
  }
}
