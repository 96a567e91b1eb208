package io.github.sigmadm.sandbox.store;

import io.github.sigmadm.sandbox.document.Refusal;
import io.github.sigmadm.sandbox.document.Surroundings;
import io.github.sigmadm.sandbox.formula.FriendlyName;
import io.github.sigmadm.sandbox.options.Quirk;
import io.github.sigmadm.sandbox.options.SandboxOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Everything there is. Only one thread at a time may use it, through [#exclusively].
public final class Organisation {

  private final SandboxOptions options;
  private final Identifiers identifiers;
  private final Files files;
  private final DataModels models;
  private final Catalogue catalogue;
  private final Tags tags;
  private final Map<String, Workbook> workbooks = new LinkedHashMap<>();

  public Organisation(SandboxOptions options) {
    this.options = options;
    this.identifiers = new Identifiers(options.seed());
    this.files = new Files(options);
    this.models = new DataModels(this, options);
    this.catalogue = new Catalogue(options.catalogue(), identifiers);
    this.tags = new Tags(identifiers);
  }

  /// Does something while nobody else does.
  public synchronized <T> T exclusively(Supplier<T> action) {
    return action.get();
  }

  public SandboxOptions options() {
    return options;
  }

  public Identifiers identifiers() {
    return identifiers;
  }

  public Files files() {
    return files;
  }

  public DataModels models() {
    return models;
  }

  public Catalogue catalogue() {
    return catalogue;
  }

  public Tags tags() {
    return tags;
  }

  /// The organisation as documents see it right now.
  public Surroundings surroundings() {
    return new LiveSurroundings(
        this, new FriendlyName(options.has(Quirk.ACRONYMS_IN_FRIENDLY_NAMES)));
  }

  public List<Workbook> workbooks() {
    return List.copyOf(workbooks.values());
  }

  public Workbook workbook(String id) {
    Workbook workbook = workbooks.get(files.get(id).id());
    if (workbook == null) {
      throw Refusal.notFound("Workbook " + id);
    }
    return workbook;
  }

  /// Adds a workbook, or puts it in the place of the one with its id.
  public void put(Workbook workbook) {
    workbooks.put(workbook.id(), workbook);
  }
}
