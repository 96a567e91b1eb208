package io.github.sigmadm.config;

import io.github.sigmadm.core.DataModelId;
import io.github.sigmadm.core.EnvironmentName;
import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.tree.Node.Field;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads `models`: what is different for single files in single environments.
final class OverridesReader {

  private OverridesReader() {}

  /// The overrides that can be read.
  ///
  /// @param configuration the rest of the configuration
  static Map<RepositoryPath, Map<EnvironmentName, ModelOverride>> read(
      Section section, Configuration configuration) {
    List<String> names =
        configuration.environments().stream()
            .map(environment -> environment.name().value())
            .sorted(Comparator.naturalOrder())
            .toList();
    Map<RepositoryPath, Map<EnvironmentName, ModelOverride>> models = new LinkedHashMap<>();
    for (Map.Entry<Field, Section> entry : section.sections()) {
      Field field = entry.getKey();
      RepositoryPath path;
      try {
        path = new RepositoryPath(field.name());
      } catch (IllegalArgumentException e) {
        section.error(
            "invalid-value",
            field.nameSpan(),
            "'" + field.name() + "' is not the path of a file in the repository.",
            "Write it from the root of the repository, such as data-models/orders.json.");
        continue;
      }
      if (!configuration.isSpec(path)) {
        section.warning(
            "not-a-spec",
            field.nameSpan(),
            "`specs` and `exclude` leave " + path + " out, so nothing here takes effect.",
            "Correct the path, or add it to `specs`.");
      }
      entry.getValue().onlyHasEnvironments(names);
      models.put(path, overrides(entry.getValue(), names));
    }
    return models;
  }

  private static Map<EnvironmentName, ModelOverride> overrides(
      Section section, List<String> names) {
    Map<EnvironmentName, ModelOverride> overrides = new LinkedHashMap<>();
    for (Map.Entry<Field, Section> entry : section.sections()) {
      if (names.contains(entry.getKey().name())) {
        Section override = entry.getValue();
        override.onlyHas("id", "folder");
        overrides.put(
            new EnvironmentName(entry.getKey().name()),
            new ModelOverride(
                override.text("id").map(text -> new DataModelId(text.value())),
                override.folder("folder")));
      }
    }
    return overrides;
  }
}
