package io.github.sigmadm.flow;

import io.github.sigmadm.core.DataModelId;
import io.github.sigmadm.plan.ModelUse;
import io.github.sigmadm.plan.Workbook;
import java.util.List;

/// The documents of a Sigma organisation that may use data models.
///
/// All methods may be called from several threads, only read, and end in an answer or a [Trouble].
public interface Consumers {

  /// All workbooks, as far as the credentials see them; archived ones left out.
  List<Workbook> workbooks();

  /// What a workbook uses of data models.
  List<ModelUse> usesOf(Workbook workbook);

  /// What a data model uses of others.
  List<ModelUse> usesOf(DataModelId model);
}
