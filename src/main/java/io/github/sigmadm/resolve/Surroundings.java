package io.github.sigmadm.resolve;

import io.github.sigmadm.core.FolderId;
import io.github.sigmadm.core.RepositoryPath;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What a spec is resolved for: what one environment sets, and which other models the repository
/// has.
///
/// @param variables what `${NAME}` stands for
/// @param replacements whole string values to swap, from what exports have to what this environment
///   has
/// @param folder where the model lives here; empty leaves it where the file says
/// @param exported which spec a data model id in a file means: the one exported with that id
/// @param specs all specs of the repository
public record Surroundings(
    Map<String, String> variables,
    Map<String, String> replacements,
    Optional<FolderId> folder,
    Map<String, RepositoryPath> exported,
    java.util.Set<RepositoryPath> specs) {

  public Surroundings {
    variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
    replacements = Collections.unmodifiableMap(new LinkedHashMap<>(replacements));
    exported = Map.copyOf(exported);
    specs = java.util.Set.copyOf(specs);
  }
}
