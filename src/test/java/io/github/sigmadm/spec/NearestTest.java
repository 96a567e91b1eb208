package io.github.sigmadm.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NearestTest {

  private static final List<String> WORDS =
      List.of("orders", "order-lines", "customers", "Order Date", "a", "x1", "stores", "storey");

  @ParameterizedTest
  @CsvSource({
    "order,orders",
    "ORDERS,orders",
    "ordesr,orders",
    "order_lines,order-lines",
    "orderLines,order-lines",
    "costumers,customers",
    "order date,Order Date",
    "storex,stores",
    "X1,x1"
  })
  void findsTheWordThatWasProbablyMeant(String word, String meant) {
    assertThat(Nearest.to(word, WORDS)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"products", "b", "x2", "''", "orders-of-customers"})
  void doesNotGuessWildly(String word) {
    assertThat(Nearest.to(word, WORDS)).isEmpty();
  }

  @Test
  void aWordIsNotItsOwnSuggestion() {
    assertThat(Nearest.to("stores", List.of("stores"))).isEmpty();
  }
}
