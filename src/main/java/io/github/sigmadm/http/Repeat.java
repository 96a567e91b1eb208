package io.github.sigmadm.http;

/// Whether a request may be sent again when nobody knows what became of it.
public enum Repeat {
  /// Sending it twice has the effect of sending it once: reads, and writes that set a state.
  SAFE_TO_REPEAT,

  /// Every arrival has its own effect. It is sent again only after an answer or an error that
  /// proves that it did not act: no connection was made, or the service refused it for the load
  /// (425, 429, 430). A 503 is no such proof, even with `Retry-After`: gateways also send it when
  /// they lost the service behind them half-way.
  ONCE
}
