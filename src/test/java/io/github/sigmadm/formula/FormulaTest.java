package io.github.sigmadm.formula;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sigmadm.formula.Expression.Call;
import io.github.sigmadm.formula.Expression.Constant;
import io.github.sigmadm.formula.Expression.JsonPath;
import io.github.sigmadm.formula.Expression.Missing;
import io.github.sigmadm.formula.Expression.NumberLiteral;
import io.github.sigmadm.formula.Expression.Operation;
import io.github.sigmadm.formula.Expression.Part;
import io.github.sigmadm.formula.Expression.Reference;
import io.github.sigmadm.formula.Expression.TextLiteral;
import io.github.sigmadm.formula.Expression.Unary;
import io.github.sigmadm.formula.Expression.Variable;
import java.time.Duration;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FormulaTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '\u0007',
      textBlock =
          """
          [Order Id]                              => <Order Id>
          [ORDERS/Order Id]                       => <ORDERS|Order Id>
          [A/B/C]                                 => <A|B|C>
          [Net\\/Gross \\[x\\] \\\\]              => <Net/Gross [x] \\>
          [AccountId's cross joined/Account Id]   => <AccountId's cross joined|Account Id>
          [Profitability (in %)]                  => <Profitability (in %)>
          [Json].CUST_SINCE                       => <Json>.CUST_SINCE
          [Json].items[0].name                    => <Json>.items.0.name
          [Json][0]["a b"]                        => <Json>.0."a b"
          Json([A])."two words"                   => Json(<A>).two words
          ([A])                                   => <A>
          1 + 2 * 3                               => (1 + (2 * 3))
          1 - 2 + 3                               => (1 - 2 + 3)
          2 ^ 3 ^ 4                               => (2 ^ (3 ^ 4))
          -2 ^ 2                                  => (-(2 ^ 2))
          2 ^ -1                                  => (2 ^ (-1))
          -[A] * 3                                => ((-<A>) * 3)
          7 % 3 / 2                               => (7 % 3 / 2)
          "a" & 1 + 2                             => ('a' & (1 + 2))
          [A] = "x" & "y"                         => (<A> = ('x' & 'y'))
          [A] >= 1 and [B] < 2 or [C] != 3        => (((<A> >= 1) and (<B> < 2)) or (<C> != 3))
          not [A] = 1 and [B]                     => ((not(<A> = 1)) and <B>)
          NOT([A]) AND [B]                        => ((not<A>) and <B>)
          [a] and ([b] or [c])                    => (<a> and (<b> or <c>))
          True                                    => TRUE
          nULL                                    => NULL
          Now()                                   => Now()
          If([A] < 0, 'loss', 'gain')             => If((<A> < 0), 'loss', 'gain')
          Sum([A]) / Sum([B])                     => (Sum(<A>) / Sum(<B>))
          "it's ""so"" \\"x\\""                   => 'it's "so" "x"'
          1.5e-3 * .5                             => (1.5e-3 * .5)
          ${FACTOR} * [A]                         => (${FACTOR} * <A>)
          [A] // a comment                        => <A>
          /* before */ [A]                        => <A>
          """)
  void readsWhatAFormulaSays(String text, String expected) {
    Formula formula = Formula.parse(text);
    assertThat(formula.problems()).isEmpty();
    assertThat(show(formula.root())).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '\u0007',
      textBlock =
          """
          [A                    => 0-1: the bracket '[' is never closed
          [A + [B]              => 0-1: the bracket '[' is never closed
          A]                    => 1-2: the bracket ']' has no opening '['
          []                    => 0-2: a reference with an empty name
          [A/]                  => 0-4: a reference with an empty name
          "abc                  => 0-1: the text that begins with " is never closed
          Sum([A]               => 3-4: the parenthesis '(' is never closed
          Sum([A]))             => 8-9: the parenthesis ')' has no opening '('
          ([A] [B])             => 5-8: an operator is missing before '[B]'
          [A] [B]               => 4-7: an operator is missing before '[B]'
          [A] is null           => 4-6: an operator is missing before 'is'
          [A] +                 => 5-5: the formula ends where a value is expected
          * 2                   => 0-1: '*' stands where a value is expected
          [A] + * 2             => 6-7: '*' stands where a value is expected
          If([A], , 2)          => 8-9: ',' stands where a value is expected
          [A], [B]              => 3-4: a comma outside of a function call
          [A] <> 2              => 4-6: '<>' is not an operator of formulas
          [A] == 2              => 4-6: '==' is not an operator of formulas
          [A] && [B]            => 4-6: '&&' is not an operator of formulas
          ![A]                  => 0-1: '!' is not an operator of formulas
          [A] ; 2               => 4-5: the character ';' means nothing in a formula
          revenue * 2           => 0-7: the word 'revenue' means nothing by itself
          [A] = \u201cx\u201d   => 6-7: a curly quote \u201c
          And([A], [B])         => 0-3: 'And' is an operator, not a function
          [a] and Or([b], [c])  => 8-10: 'Or' is an operator, not a function
          [A] in (1, 2)         => 4-6: 'in' is not an operator of formulas
          """)
  void tellsWhatIsWrongAndWhere(String text, String expected) {
    FormulaProblem problem = Formula.parse(text).problems().getFirst();
    assertThat(problem.start() + "-" + problem.end() + ": " + problem.message())
        .isEqualTo(expected);
    assertThat(problem.hint()).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "\n", "// nothing"})
  void anEmptyFormulaIsAProblem(String text) {
    assertThat(Formula.parse(text).problems())
        .singleElement()
        .extracting(FormulaProblem::message)
        .isEqualTo("the formula is empty");
  }

  @Test
  void oneMistakeIsToldOnce() {
    assertThat(Formula.parse("Sum([A] + + * 3, ) )) (").problems()).hasSize(1);
  }

  @Test
  void aFormOfOtherToolsIsReadNevertheless() {
    Formula formula = Formula.parse("And([A] in (1, [B]), Or([C]))");
    assertThat(formula.isReadable()).isTrue();
    assertThat(formula.problems())
        .extracting(FormulaProblem::kind)
        .containsOnly(FormulaProblem.Kind.OPERATOR_FORM)
        .hasSize(3);
    assertThat(formula.references())
        .extracting(reference -> reference.name().text())
        .containsExactly("A", "B", "C");
  }

  @Test
  void everyPartKnowsItsPlace() {
    String text = "If([A/x\\/y] > 1, Sum( [b] ), -3)";
    for (Expression part : Formula.parse(text).parts()) {
      String there = text.substring(part.start(), part.end());
      switch (part) {
        case Reference reference -> {
          assertThat(there).startsWith("[").endsWith("]");
          for (Part name : reference.parts()) {
            assertThat(text.substring(name.start(), name.end()).replace("\\/", "/"))
                .isEqualTo(name.text());
          }
        }
        case Call call -> {
          assertThat(there).startsWith(call.name() + "(").endsWith(")");
          assertThat(text.substring(call.start(), call.nameEnd())).isEqualTo(call.name());
        }
        case NumberLiteral number -> assertThat(there).isEqualTo(number.literal());
        case Unary ignored -> assertThat(there).isEqualTo("-3");
        case Operation ignored -> assertThat(there).isEqualTo("[A/x\\/y] > 1");
        case TextLiteral ignored -> Assertions.fail();
        case JsonPath ignored -> Assertions.fail();
        case Constant ignored -> Assertions.fail();
        case Variable ignored -> Assertions.fail();
        case Missing ignored -> Assertions.fail();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "[A/B],true",
    "' [A/B] ',true",
    "([A/B]),false",
    "[A/B].c,false",
    "[A/B] + 1,false",
    "[A,false",
    "1,false"
  })
  void aPureReferenceIsAReferenceAndNothingElse(String text, boolean pure) {
    assertThat(Formula.parse(text).pureReference().isPresent()).isEqualTo(pure);
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "-", "not ", "Sum(", "1^", "[a] = (", "If(1,"})
  void deepNestingIsAProblemAndNoOverflow(String opening) {
    Formula formula = Formula.parse(opening.repeat(100_000) + "1" + ")".repeat(100_000));
    assertThat(formula.problems())
        .anySatisfy(problem ->
            assertThat(problem.message())
                .isEqualTo("the formula is nested more than 400 levels deep"));
    assertThat(formula.parts()).isNotEmpty();
    assertThat(formula.hashCode()).isEqualTo(formula.hashCode());
  }

  @Test
  void hundredsOfLevelsAreRead() {
    String nested = "If([A]=1, 1, ".repeat(300) + "0" + ")".repeat(300);
    assertThat(Formula.parse(nested).problems()).isEmpty();
  }

  @Test
  void longFormulasAreReadInLinearTime() {
    String chain = "[A] = \"x\" or ".repeat(100_000) + "False";
    Assertions.assertTimeout(
        Duration.ofSeconds(5),
        () -> {
          assertThat(Formula.parse(chain).references()).hasSize(100_000);
          Formula.parse("[".repeat(200_000));
          Formula.parse("\"".repeat(200_001));
          Formula.parse("'\\".repeat(100_000));
          Formula.parse("${".repeat(100_000));
          Formula.parse("[a].".repeat(100_000));
        });
  }

  private static String show(Expression expression) {
    return switch (expression) {
      case Reference reference ->
          reference.parts().stream().map(Part::text).collect(Collectors.joining("|", "<", ">"));
      case JsonPath path -> show(path.base()) + "." + String.join(".", path.steps());
      case TextLiteral text -> "'" + text.value() + "'";
      case NumberLiteral number -> number.literal();
      case Constant constant -> constant.value().name();
      case Call call ->
          call.arguments().stream()
              .map(FormulaTest::show)
              .collect(Collectors.joining(", ", call.name() + "(", ")"));
      case Unary unary -> "(" + unary.operator() + show(unary.operand()) + ")";
      case Operation operation ->
          operation.steps().stream()
              .map(step -> " " + step.operator() + " " + show(step.operand()))
              .collect(Collectors.joining("", "(" + show(operation.first()), ")"));
      case Variable variable -> "${" + variable.name() + "}";
      case Missing ignored -> "?";
    };
  }
}
