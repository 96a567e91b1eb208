package io.github.sigmadm.plan;

import java.util.Optional;

/// A workbook, as the list of them has it.
///
/// @param url where a browser shows it
public record Workbook(String id, String name, Optional<String> url) {}
