package io.github.sigmadm.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class SeverityRulesTest {

  @Test
  void whatWorkbooksHoldOnToBreaksThemWhenItGoes() {
    assertThat(SeverityRules.of(Thing.COLUMN, What.REMOVED, "")).isEqualTo(ChangeSeverity.BREAKING);
    assertThat(SeverityRules.of(Thing.PAGE, What.REMOVED, "")).isEqualTo(ChangeSeverity.SAFE);
  }

  @Test
  void theDirectionCanDecide() {
    assertThat(SeverityRules.of(Thing.COLUMN, What.CHANGED, "hidden=true"))
        .isEqualTo(ChangeSeverity.BREAKING);
    assertThat(SeverityRules.of(Thing.COLUMN, What.CHANGED, "hidden=false"))
        .isEqualTo(ChangeSeverity.SAFE);
  }

  @Test
  void whatIsNoChangeHasNoSeverity() {
    assertThatThrownBy(() -> SeverityRules.of(Thing.SORT, What.RENAMED, ""))
        .hasMessageContaining("sort.renamed");
  }
}
