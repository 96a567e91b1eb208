package io.github.sigmadm.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sigmadm.check.warehouse.CatalogueAnswer;
import io.github.sigmadm.check.warehouse.CatalogueEntry;
import io.github.sigmadm.check.warehouse.TableAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// How a run asks for tables: how often, how many at once, and what becomes of trouble.
final class CatalogueTest {

  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

  /// Has every table of the schema GOOD, with one column.
  private class Answering implements Warehouse {
    @Override
    public Optional<CatalogueEntry> lookup(TableAddress address) {
      asked.add("lookup " + address.words());
      return switch (address.path().getFirst()) {
        case "GOOD" ->
            Optional.of(
                new CatalogueEntry(
                    address.path().size() == 1 ? "scope" : "table",
                    address.words(),
                    Optional.empty()));
        default -> Optional.empty();
      };
    }

    @Override
    public Optional<List<String>> columns(String table) {
      asked.add("columns " + table);
      return Optional.of(List.of("ID"));
    }

    @Override
    public List<List<String>> paths(String connection, int most) {
      asked.add("paths " + connection);
      return List.of(List.of("GOOD", "T1"));
    }
  }

  private static TableAddress table(String... path) {
    return new TableAddress("c", List.of(path));
  }

  private static List<TableAddress> tables(int count) {
    return IntStream.range(0, count).mapToObj(i -> table("GOOD", "T%03d".formatted(i))).toList();
  }

  @Test
  void nothingIsAskedTwice() {
    Catalogue catalogue = new Catalogue(new Answering(), 8);

    assertThat(catalogue.entries(List.of(table("GOOD", "T1")))).hasSize(1);
    catalogue.ask(List.of(table("GOOD", "T1"), table("GOOD", "T1")));
    catalogue.ask(List.of(table("GOOD", "T1")));

    assertThat(catalogue.answer(table("GOOD", "T1")))
        .isEqualTo(new CatalogueAnswer.Found(List.of("ID")));
    assertThat(asked).containsExactly("lookup GOOD.T1", "columns GOOD.T1");
  }

  @Test
  void ofManyTablesTheFirstAreAskedWhateverOrderTheyComeIn() {
    Catalogue catalogue = new Catalogue(new Answering(), 8, 3);

    catalogue.ask(tables(10).reversed());

    assertThat(asked).hasSize(6).allMatch(question -> question.matches(".* GOOD.T00[012]"));
    assertThat(catalogue.answer(table("GOOD", "T002"))).isInstanceOf(CatalogueAnswer.Found.class);
    assertThat(catalogue.answer(table("GOOD", "T003")))
        .isEqualTo(
            new CatalogueAnswer.Unasked(
                "Only the first 3 new or changed tables of a plan are looked up."));
  }

  @Test
  void idsAreLookedUpHoweverManyTablesThereAre() {
    assertThat(new Catalogue(new Answering(), 8, 3).entries(tables(100))).hasSize(100);
  }

  @Test
  void noMoreThanFiveQuestionsAreUnderWayAtOnce() {
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    Warehouse slow =
        new Answering() {
          @Override
          public Optional<CatalogueEntry> lookup(TableAddress address) {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            try {
              Thread.sleep(5);
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
            now.decrementAndGet();
            return super.lookup(address);
          }
        };

    var _ = new Catalogue(slow, 50).entries(tables(40));

    assertThat(most.get()).isBetween(2, 5);
  }

  @Test
  void aMissingTableIsToldFromAMissingSchemaByOneQuestionMore() {
    Catalogue catalogue = new Catalogue(new Answering(), 1);

    catalogue.ask(List.of(table("BAD", "T1"), table("BAD", "T2")));

    assertThat(catalogue.answer(table("BAD", "T1")))
        .isEqualTo(new CatalogueAnswer.ScopeMissing(List.of(List.of("GOOD", "T1"))));
    assertThat(asked).containsExactly("lookup BAD.T1", "lookup BAD.T2", "lookup BAD", "paths c");
  }

  @Test
  void aSchemaInThePlaceOfATableIsSeen() {
    Catalogue catalogue = new Catalogue(new Answering(), 1);

    catalogue.ask(List.of(table("GOOD")));

    assertThat(catalogue.answer(table("GOOD"))).isEqualTo(new CatalogueAnswer.Scope());
  }

  @Test
  void aSigmaOutOfReachIsNotAskedAgain() {
    Warehouse down =
        new Answering() {
          @Override
          public Optional<CatalogueEntry> lookup(TableAddress address) {
            var _ = super.lookup(address);
            throw new Trouble.Unreachable("Sigma is down.", null);
          }
        };
    Catalogue catalogue = new Catalogue(down, 1);

    catalogue.ask(tables(20));

    assertThat(asked).containsExactly("lookup GOOD.T000");
    assertThat(tables(20))
        .allSatisfy(table ->
            assertThat(catalogue.answer(table))
                .isEqualTo(new CatalogueAnswer.Unasked("Sigma is down.")));
  }

  @Test
  void aRefusalConcernsOneTable() {
    Warehouse partly =
        new Answering() {
          @Override
          public Optional<List<String>> columns(String table) {
            if (table.endsWith("T001")) {
              throw new Trouble.NotAllowed("Not yours.");
            }
            return super.columns(table);
          }
        };
    Catalogue catalogue = new Catalogue(partly, 1);

    catalogue.ask(tables(3));

    assertThat(catalogue.answer(table("GOOD", "T001")))
        .isEqualTo(new CatalogueAnswer.Unasked("Not yours."));
    assertThat(catalogue.answer(table("GOOD", "T002"))).isInstanceOf(CatalogueAnswer.Found.class);
  }
}
