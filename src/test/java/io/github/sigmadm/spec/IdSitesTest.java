package io.github.sigmadm.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sigmadm.testing.Specs;
import io.github.sigmadm.tree.Node.ObjectNode;
import io.github.sigmadm.tree.TreeWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

final class IdSitesTest {

  /// Every place of section 13 of the representation's description, each with an id of its own
  /// spelling: definitions begin with `d`, references with `r`, what points into other models with
  /// `x`; anything else must stay.
  private static final ObjectNode EVERYWHERE =
      Specs.document(
          """
          {'schemaVersion':1,'dataModelId':'keep','pages':[{'id':'d-page','name':'keep','elements':[
            {'id':'d-table','kind':'table','name':'keep',
             'source':{'kind':'join','primarySource':{'kind':'table','elementId':'r-e0','groupingId':'r-g0'},
               'joins':[{'left':{'kind':'table','elementId':'r-e1'},
                         'right':{'kind':'data-model','dataModelId':'x-m1','elementId':'x-e1','groupingId':'x-g1'},
                         'columns':[{'left':'[keep]','right':'[keep]'}],'name':'keep'}]},
             'columns':[{'id':'d-col','formula':'[keep/Keep]'}],
             'metrics':[{'id':'d-metric','formula':'Sum([Keep])','timeline':{'dateColumnId':'r-date'}}],
             'metricFolders':[{'id':'d-mf','name':'keep','items':['r-mi']}],
             'metricOrder':['r-mo'],
             'relationships':[{'id':'d-rel','targetElementId':'r-te',
                'keys':[{'sourceColumnId':'r-sc','targetColumnId':'r-tc'}]}],
             'filters':[{'id':'d-filter','columnId':'r-fc','kind':'list','values':['keep']}],
             'folders':[{'id':'d-folder','name':'keep','items':['r-fi']}],
             'groupings':[{'id':'d-grouping','groupBy':['r-gb'],'calculations':['r-gc'],
                'sort':[{'columnId':'r-gs'}]}],
             'summary':['r-sum'],'order':['r-ord'],
             'sort':[{'columnId':'r-sort','direction':'ascending'}],
             'columnSecurities':[{'id':'d-cs','restrictedColumns':['r-rc'],'criteria':{'kind':'keep'}}],
             'uniqueKeys':['r-uk']},
            {'id':'d-union','kind':'table','source':{'kind':'union','sources':[{'kind':'table','elementId':'r-u1'}],
               'matches':[{'outputColumnName':'keep','sourceColumns':['[keep]']}]},'columns':[]},
            {'id':'d-transpose','kind':'table','source':{'kind':'transpose','direction':'row-to-column',
               'source':{'kind':'table','elementId':'r-t1'},'columnToTranspose':'r-ct','valueColumn':'r-vc',
               'outputColumns':['keep'],'aggregate':'sum'},'columns':[]},
            {'id':'d-control','kind':'control','controlId':'keep','controlType':'list',
             'filters':[{'source':{'kind':'table','elementId':'r-ce'},'columnId':'r-cc'},
                        {'source':{'kind':'warehouse-table','connectionId':'keep','path':['keep']},'columnId':'keep'},
                        {'source':{'kind':'data-model','dataModelId':'x-m2','elementId':'x-e2'},'columnId':'x-c2'}],
             'source':{'kind':'source','source':{'kind':'table','elementId':'r-le'},'columnId':'r-lc',
                'displayColumnId':'r-ld'},
             'parameters':[{'kind':'data-model','dataModelId':'x-m3','controlId':'x-control'}]}]}]}
          """);

  @Test
  void everyPlaceWhereAnIdStandsIsFound() {
    List<String> written =
        IdSites.in(EVERYWHERE).stream().map(site -> site.node().value()).toList();
    String text = TreeWriter.compact(EVERYWHERE);
    List<String> ids =
        java.util.regex.Pattern.compile("\"((?:d|r|x)-[a-z0-9-]+)\"")
            .matcher(text)
            .results()
            .map(result -> result.group(1))
            .toList();

    assertThat(written).containsExactlyInAnyOrderElementsOf(ids);
  }

  @Test
  void definitionsReferencesAndForeignPlacesAreToldApart() {
    for (IdSite site : IdSites.in(EVERYWHERE)) {
      char expected = site.node().value().charAt(0);
      char found =
          switch (site) {
            case IdSite.Definition ignored -> 'd';
            case IdSite.Reference ignored -> 'r';
            case IdSite.ModelReference ignored -> 'x';
            case IdSite.ForeignReference ignored -> 'x';
            case IdSite.ForeignControl ignored -> 'x';
          };
      assertThat(found).as(site.toString()).isEqualTo(expected);
    }
  }

  @Test
  void rewritingReachesEveryPlaceAndNothingElse() {
    ObjectNode rewritten = IdSites.rewrite(EVERYWHERE, site -> site.node().value() + "!");

    String text = TreeWriter.compact(rewritten);
    assertThat(text).doesNotContainPattern("\"(?:d|r|x)-[a-z0-9-]+\"");
    assertThat(text.replace("!", "")).isEqualTo(TreeWriter.compact(EVERYWHERE));
  }

  @Test
  void aColumnIdIsScopedToTheElementItPointsInto() {
    List<ScopedId> keys =
        IdSites.in(EVERYWHERE).stream()
            .filter(site -> List.of("r-sc", "r-tc", "r-cc", "r-lc").contains(site.node().value()))
            .map(site -> site.own().orElseThrow())
            .toList();

    assertThat(keys)
        .containsExactly(
            ScopedId.within("d-table", IdKind.COLUMN, "r-sc"),
            ScopedId.within("r-te", IdKind.COLUMN, "r-tc"),
            ScopedId.within("r-ce", IdKind.COLUMN, "r-cc"),
            ScopedId.within("r-le", IdKind.COLUMN, "r-lc"));
  }

  @Test
  void rewritingNothingGivesTheSameDocument() {
    assertThat(IdSites.rewrite(EVERYWHERE, site -> site.node().value())).isSameAs(EVERYWHERE);
  }

  @Test
  void thingsOfUnknownShapePassThrough() {
    ObjectNode odd =
        Specs.document(
            "{'pages':[3,{'elements':[{'kind':'table','columns':[{'id':'c'}]},"
                + "{'id':7,'kind':'table'},{'id':'e','kind':'hologram','source':{'elementId':'z'}}]}],"
                + "'order':['a']}");

    assertThat(IdSites.rewrite(odd, site -> "new"))
        .satisfies(rewritten ->
            assertThat(TreeWriter.compact(rewritten))
                .isEqualTo(TreeWriter.compact(odd).replace("{\"id\":\"e\"", "{\"id\":\"new\"")));
  }
}
