package io.github.sigmadm.config;

/// What is looked up in Sigma beside the models themselves, for the reader of a plan. It costs
/// calls, so it can be switched off.
///
/// @param warehouse whether the tables and columns of the warehouse that a change brings in exist
/// @param impact which workbooks and models use what a change breaks
/// @param impactLimit how many workbooks and models are looked at for that, at most
public record Lookups(boolean warehouse, boolean impact, int impactLimit) {

  /// What holds where the file says nothing.
  public static final Lookups DEFAULT = new Lookups(true, true, 200);

  public Lookups {
    if (impactLimit < 1) {
      throw new IllegalArgumentException("a limit is at least 1: " + impactLimit);
    }
  }
}
