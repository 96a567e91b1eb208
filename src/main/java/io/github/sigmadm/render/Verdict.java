package io.github.sigmadm.render;

/// What the policy says about a plan, in words.
///
/// @param stops whether nothing is deployed because of it
/// @param text what was found and what to do about it; what stands between backticks is a name
public record Verdict(boolean stops, String text) {}
