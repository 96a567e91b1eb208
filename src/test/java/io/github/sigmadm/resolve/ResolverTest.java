package io.github.sigmadm.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sigmadm.core.Diagnostic;
import io.github.sigmadm.core.FolderId;
import io.github.sigmadm.core.Position;
import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.testing.Specs;
import io.github.sigmadm.tree.TreeWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ResolverTest {

  private static final RepositoryPath FILE = new RepositoryPath("data-models/orders.json");
  private static final RepositoryPath BASE = new RepositoryPath("data-models/base.json");

  private static final Surroundings NOTHING =
      new Surroundings(Map.of(), Map.of(), Optional.empty(), Map.of(), Set.of(FILE, BASE));

  private static Surroundings with(Map<String, String> variables, Map<String, String> swaps) {
    return new Surroundings(variables, swaps, Optional.empty(), Map.of(), Set.of(FILE, BASE));
  }

  private static ResolvedSpec resolved(String text, Surroundings surroundings) {
    Resolution resolution = Resolver.resolve(FILE, Specs.model(text), surroundings);
    assertThat(resolution).isInstanceOf(Resolution.Resolved.class);
    return ((Resolution.Resolved) resolution).spec();
  }

  private static List<Diagnostic> problems(String text, Surroundings surroundings) {
    Resolution resolution = Resolver.resolve(FILE, Specs.model(text), surroundings);
    assertThat(resolution).isInstanceOf(Resolution.Unresolved.class);
    return ((Resolution.Unresolved) resolution).problems();
  }

  private static String json(ResolvedSpec spec) {
    return TreeWriter.compact(spec.content().node());
  }

  @Test
  void putsVariablesIntoAnyStringValueAlsoAmongOtherText() {
    ResolvedSpec spec =
        resolved(
            "{'name':'Orders ${STAGE}','schemaVersion':1,'pages':[],'x':['${DB}','a ${DB} b ${STAGE}']}",
            with(Map.of("DB", "SHOP", "STAGE", "dev"), Map.of()));

    assertThat(spec.name()).isEqualTo("Orders dev");
    assertThat(json(spec))
        .isEqualTo("{\"schemaVersion\":1,\"pages\":[],\"x\":[\"SHOP\",\"a SHOP b dev\"]}");
  }

  @Test
  void aDoubledDollarStaysLiteral() {
    assertThat(json(resolved("{'schemaVersion':1,'x':'$${DB}'}", NOTHING)))
        .isEqualTo("{\"schemaVersion\":1,\"x\":\"${DB}\"}");
  }

  @Test
  void aVariablesOwnTextIsNotResolvedAgain() {
    assertThat(json(resolved("{'x':'${A}'}", with(Map.of("A", "${B}", "B", "no"), Map.of()))))
        .isEqualTo("{\"x\":\"${B}\"}");
  }

  @Test
  void anUndeclaredVariableIsAnErrorAtItsPlace() {
    List<Diagnostic> problems =
        problems(
            "{\n  'name': 'Orders',\n  'x': 'in ${WAREHOUSE} and ${DB}'\n}",
            with(Map.of("DB", "SHOP"), Map.of()));

    assertThat(problems).hasSize(1);
    assertThat(problems.getFirst().code()).isEqualTo("unresolved-variable");
    assertThat(problems.getFirst().message()).contains("WAREHOUSE");
    assertThat(problems.getFirst().hint().orElseThrow()).contains("declares DB");
    assertThat(problems.getFirst().span().start()).isEqualTo(new Position(3, 12));
    assertThat(problems.getFirst().span().end()).isEqualTo(new Position(3, 24));
  }

  @Test
  void swapsWholeStringValuesOnly() {
    assertThat(
            json(
                resolved(
                    "{'a':'old','b':'an old thing','old':1}",
                    with(Map.of(), Map.of("old", "new")))))
        .isEqualTo("{\"a\":\"new\",\"b\":\"an old thing\",\"old\":1}");
  }

  @Test
  void swapsWhatAVariableGave() {
    assertThat(json(resolved("{'a':'${V}'}", with(Map.of("V", "old"), Map.of("old", "new")))))
        .isEqualTo("{\"a\":\"new\"}");
  }

  @Test
  void theEnvironmentsFolderWinsOverTheFiles() {
    Surroundings elsewhere =
        new Surroundings(
            Map.of(), Map.of(), Optional.of(new FolderId("f-env")), Map.of(), Set.of());

    assertThat(resolved("{'folderId':'f-file'}", elsewhere).folder())
        .contains(new FolderId("f-env"));
    assertThat(resolved("{'folderId':'f-file'}", NOTHING).folder())
        .contains(new FolderId("f-file"));
    assertThat(resolved("{}", NOTHING).folder()).isEmpty();
  }

  @Test
  void metadataOfExportsIsNotSent() {
    ResolvedSpec spec =
        resolved(
            "{'dataModelId':'m-1','name':'N','url':'u','documentVersion':3,"
                + "'latestDocumentVersion':3,'ownerId':'o','folderId':'f','createdBy':'c',"
                + "'updatedBy':'u','createdAt':'t','updatedAt':'t','description':'D',"
                + "'kind':'data-model','schemaVersion':1,'pages':[],'future':true}",
            NOTHING);

    assertThat(json(spec)).isEqualTo("{\"schemaVersion\":1,\"pages\":[],\"future\":true}");
    assertThat(spec.description()).contains("D");
    assertThat(spec.exportedId().orElseThrow().value()).isEqualTo("m-1");
  }

  private static String modelSource(String dataModelId) {
    return "{'schemaVersion':1,'pages':[{'id':'p','name':'P','elements':[{'id':'e','kind':'table',"
        + "'source':{'kind':'data-model','dataModelId':'"
        + dataModelId
        + "','elementId':'x'},'columns':[]}]}]}";
  }

  @Test
  void aReferenceByExportedIdBecomesALink() {
    Surroundings surroundings =
        new Surroundings(
            Map.of(), Map.of(), Optional.empty(), Map.of("m-base", BASE), Set.of(FILE, BASE));

    ResolvedSpec spec = resolved(modelSource("m-base"), surroundings);

    assertThat(spec.dependsOn()).containsExactly(BASE);
    assertThat(json(spec)).contains("\"dataModelId\":\"${model:data-models/base.json}\"");
  }

  @Test
  void aReferenceToAModelOutsideOfTheRepositoryStays() {
    ResolvedSpec spec = resolved(modelSource("m-elsewhere"), NOTHING);

    assertThat(spec.dependsOn()).isEmpty();
    assertThat(json(spec)).contains("\"dataModelId\":\"m-elsewhere\"");
  }

  @Test
  void aLinkToAPathWithoutASpecIsAnErrorThatNamesTheNearestOne() {
    List<Diagnostic> problems = problems(modelSource("${model:models/base.json}"), NOTHING);

    assertThat(problems).hasSize(1);
    assertThat(problems.getFirst().code()).isEqualTo("unknown-model");
    assertThat(problems.getFirst().hint()).contains("Did you mean ${model:data-models/base.json}?");
  }
}
