package io.github.sigmadm.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Sigma's published regions and the address of the API in each.
public enum Region {
  GCP_US("https://api.sigmacomputing.com"),
  GCP_KSA("https://api.sa.gcp.sigmacomputing.com"),
  AWS_US_WEST("https://aws-api.sigmacomputing.com"),
  AWS_US_EAST("https://api.us-a.aws.sigmacomputing.com"),
  AWS_CANADA("https://api.ca.aws.sigmacomputing.com"),
  AWS_EUROPE("https://api.eu.aws.sigmacomputing.com"),
  AWS_AUSTRALIA("https://api.au.aws.sigmacomputing.com"),
  AWS_UK("https://api.uk.aws.sigmacomputing.com"),
  AZURE_US("https://api.us.azure.sigmacomputing.com"),
  AZURE_EUROPE("https://api.eu.azure.sigmacomputing.com"),
  AZURE_CANADA("https://api.ca.azure.sigmacomputing.com"),
  AZURE_UK("https://api.uk.azure.sigmacomputing.com"),
  AZURE_AUSTRALIA("https://api.au.azure.sigmacomputing.com");

  private final String address;

  Region(String address) {
    this.address = address;
  }

  /// The base address of the API.
  public String address() {
    return address;
  }

  /// The word for it in the configuration.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The region of a word.
  public static Optional<Region> of(String word) {
    return Arrays.stream(values()).filter(region -> region.word().equals(word)).findFirst();
  }

  /// The words of all regions.
  public static List<String> names() {
    return Arrays.stream(values()).map(Region::word).toList();
  }
}
