package io.github.sigmadm.sandbox.rest;

/// The members of the organisation.
public final class People {

  /// The id of the organisation.
  public static final String ORGANISATION_ID = "5a4db0c1-7e3f-4b61-9d2a-0c8e6f1a2b30";

  /// The member whose credentials the API is used with.
  public static final String DEPLOYER_ID = "d3b07384d9a4f1c2e5b6a7980f1e2";

  /// The member who works in the user interface.
  public static final String ANALYST_ID = "a1c9f0e7b2d84365f7a8b9c0d1e2f";

  private People() {}
}
