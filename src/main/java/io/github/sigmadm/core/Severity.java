package io.github.sigmadm.core;

/// How bad a finding is. An error fails validation; a warning does so only when asked to.
public enum Severity {
  ERROR,
  WARNING
}
