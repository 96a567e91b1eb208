package io.github.sigmadm.sandbox.options;

import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// Everything that can be chosen about a sandbox. [#defaults] is Sigma as documented, as far as it
/// is, with ids replaced on create.
///
/// @param port the loopback port; 0 takes a free one
/// @param ids what happens to submitted ids
/// @param latency added to every call
/// @param tokenLifetime how long an access token is accepted, on `clock`
/// @param tokenRateLimit whether a second token request within a second of `clock` is answered 429
/// @param clock tells token expiry, the token rate, timestamps and [ListingLag.Time]
/// @param listingLag when a created file appears in `GET /v2/files`
/// @param seed two sandboxes of one seed that are asked the same give the same ids
/// @param catalogue which warehouse tables exist
/// @param conflictAnswer the refusal of an update that was planned on an older version
/// @param credentials what the token endpoint accepts
/// @param quirks see [Quirk]
public record SandboxOptions(
    int port,
    IdMode ids,
    Duration latency,
    Duration tokenLifetime,
    boolean tokenRateLimit,
    InstantSource clock,
    ListingLag listingLag,
    long seed,
    CatalogueMode catalogue,
    ConflictAnswer conflictAnswer,
    ClientCredentials credentials,
    Set<Quirk> quirks) {

  /// The client id and secret that a sandbox accepts unless told otherwise. No real ones.
  public static final ClientCredentials DEFAULT_CREDENTIALS =
      new ClientCredentials("sandbox-client-id", "sandbox-client-secret");

  public SandboxOptions {
    if (port < 0 || port > 65535) {
      throw new IllegalArgumentException("not a port: " + port);
    }
    if (latency.isNegative() || tokenLifetime.isNegative()) {
      throw new IllegalArgumentException("a duration is not negative");
    }
    quirks = quirks.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(quirks));
  }

  /// A free port, [IdMode#REMAP], tokens for an hour and one request a second for them, the
  /// system's clock, created files missing from the next two listings, any table, conflicts as 409,
  /// no quirks.
  public static SandboxOptions defaults() {
    return new SandboxOptions(
        0,
        IdMode.REMAP,
        Duration.ZERO,
        Duration.ofHours(1),
        true,
        Clock.systemUTC(),
        ListingLag.calls(2),
        1,
        CatalogueMode.ANY_TABLE,
        ConflictAnswer.CONFLICT_409,
        DEFAULT_CREDENTIALS,
        Set.of());
  }

  public boolean has(Quirk quirk) {
    return quirks.contains(quirk);
  }

  public SandboxOptions withPort(int value) {
    return new SandboxOptions(
        value,
        ids,
        latency,
        tokenLifetime,
        tokenRateLimit,
        clock,
        listingLag,
        seed,
        catalogue,
        conflictAnswer,
        credentials,
        quirks);
  }

  public SandboxOptions withIds(IdMode value) {
    return new SandboxOptions(
        port,
        value,
        latency,
        tokenLifetime,
        tokenRateLimit,
        clock,
        listingLag,
        seed,
        catalogue,
        conflictAnswer,
        credentials,
        quirks);
  }

  public SandboxOptions withLatency(Duration value) {
    return new SandboxOptions(
        port,
        ids,
        value,
        tokenLifetime,
        tokenRateLimit,
        clock,
        listingLag,
        seed,
        catalogue,
        conflictAnswer,
        credentials,
        quirks);
  }

  public SandboxOptions withTokenLifetime(Duration value) {
    return new SandboxOptions(
        port,
        ids,
        latency,
        value,
        tokenRateLimit,
        clock,
        listingLag,
        seed,
        catalogue,
        conflictAnswer,
        credentials,
        quirks);
  }

  public SandboxOptions withTokenRateLimit(boolean value) {
    return new SandboxOptions(
        port,
        ids,
        latency,
        tokenLifetime,
        value,
        clock,
        listingLag,
        seed,
        catalogue,
        conflictAnswer,
        credentials,
        quirks);
  }

  public SandboxOptions withClock(InstantSource value) {
    return new SandboxOptions(
        port,
        ids,
        latency,
        tokenLifetime,
        tokenRateLimit,
        value,
        listingLag,
        seed,
        catalogue,
        conflictAnswer,
        credentials,
        quirks);
  }

  public SandboxOptions withListingLag(ListingLag value) {
    return new SandboxOptions(
        port,
        ids,
        latency,
        tokenLifetime,
        tokenRateLimit,
        clock,
        value,
        seed,
        catalogue,
        conflictAnswer,
        credentials,
        quirks);
  }

  public SandboxOptions withSeed(long value) {
    return new SandboxOptions(
        port,
        ids,
        latency,
        tokenLifetime,
        tokenRateLimit,
        clock,
        listingLag,
        value,
        catalogue,
        conflictAnswer,
        credentials,
        quirks);
  }

  public SandboxOptions withCatalogue(CatalogueMode value) {
    return new SandboxOptions(
        port,
        ids,
        latency,
        tokenLifetime,
        tokenRateLimit,
        clock,
        listingLag,
        seed,
        value,
        conflictAnswer,
        credentials,
        quirks);
  }

  public SandboxOptions withConflictAnswer(ConflictAnswer value) {
    return new SandboxOptions(
        port,
        ids,
        latency,
        tokenLifetime,
        tokenRateLimit,
        clock,
        listingLag,
        seed,
        catalogue,
        value,
        credentials,
        quirks);
  }

  public SandboxOptions withCredentials(ClientCredentials value) {
    return new SandboxOptions(
        port,
        ids,
        latency,
        tokenLifetime,
        tokenRateLimit,
        clock,
        listingLag,
        seed,
        catalogue,
        conflictAnswer,
        value,
        quirks);
  }

  /// Exactly these quirks.
  public SandboxOptions withQuirks(Quirk... values) {
    return new SandboxOptions(
        port,
        ids,
        latency,
        tokenLifetime,
        tokenRateLimit,
        clock,
        listingLag,
        seed,
        catalogue,
        conflictAnswer,
        credentials,
        Set.of(values));
  }
}
