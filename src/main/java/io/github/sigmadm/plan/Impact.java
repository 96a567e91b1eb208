package io.github.sigmadm.plan;

import java.util.Optional;

/// A document that uses what a plan breaks.
///
/// @param workbook its name
/// @param url where a browser shows it
/// @param reason how it is affected, in words
public record Impact(String workbook, Optional<String> url, String reason) {}
