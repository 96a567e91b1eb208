package io.github.sigmadm.config;

import io.github.sigmadm.core.EnvironmentName;
import io.github.sigmadm.core.FolderId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One Sigma organisation or part of one, to which branches deploy.
///
/// @param branches the branches that deploy here
/// @param api a published region such as `aws-us-west`, or an https address; empty if only inputs
///   or variables say
/// @param credentials the prefix of the variables that hold the credentials
/// @param folder where models live; empty leaves them where their files say
/// @param variables what `${NAME}` in a spec stands for here
/// @param replacements whole string values of specs to swap, from what exports have to what is
///   here; all sections of `replace` together
/// @param preview the folder for previews of pull requests; empty for none
/// @param tag the version tag to move once a deploy is verified
public record Environment(
    EnvironmentName name,
    List<Glob> branches,
    Optional<String> api,
    Optional<String> credentials,
    Optional<FolderId> folder,
    Map<String, String> variables,
    Map<String, String> replacements,
    Optional<FolderId> preview,
    Optional<String> tag) {

  public Environment {
    branches = List.copyOf(branches);
    variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
    replacements = Collections.unmodifiableMap(new LinkedHashMap<>(replacements));
  }
}
