package io.github.sigmadm.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sigmadm.core.Secret;
import io.github.sigmadm.http.Body;
import io.github.sigmadm.http.Headers;
import io.github.sigmadm.http.Response;
import io.github.sigmadm.http.Secrets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RefusalTest {

  private static Refusal refusal(int status, String body) {
    var secrets = new Secrets();
    secrets.add(new Secret("a-secret-of-tests"));
    Response response = new Response(status, Headers.NONE, Body.of(body), 1);
    return Refusal.of(response, new AnswerText().read(response), secrets);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"message": "No", "code": "bad", "requestId": "r"} | Sigma answered 418: No (request r).
          {"summary": "No"}                                  | Sigma answered 418: No.
          {"message": "No", "summary": "Why"}                | Sigma answered 418: No; Why.
          {"message": "No", "summary": "No"}                 | Sigma answered 418: No.
          {"code": "bad"}                                    | Sigma answered 418: bad.
          {"message": ""}                                    | Sigma answered 418.
          {"message": 5}                                     | Sigma answered 418.
          "message: No"                                      | Sigma answered 418.
          message: No                                        | Sigma answered 418: No.
          {"message": "a\\n  b"}                             | Sigma answered 418: a b.
          {"message": "a-secret-of-tests is no id"}          | Sigma answered 418: *** is no id.
          {"mess                                             | Sigma answered 418.
          """)
  void whateverItSaysIsTold(String body, String words) {
    assertThat(refusal(418, body).words()).isEqualTo(words);
  }

  @Test
  void aLongMessageIsCut() {
    assertThat(refusal(400, "{\"message\": \"" + "x".repeat(5000) + "\"}").words())
        .hasSizeLessThan(1100);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Expecting UUID at 0.folderId but instead got: undefined       | Set 'folder'
          Unknown error in data model spec                              | Sigma does not say where
          Syntax error in data model spec                               | Sigma does not say where
          schemaVersion: Invalid 1: number                              | "schemaVersion": 1
          pages: Invalid array: undefined                               | needs 'pages'
          pages[0].elements[1].columns: Invalid array: undefined        | no 'columns'
          pages[0].elements[1].columns[3].formula: Invalid string: undefined | no 'formula'
          source.statement: Invalid string: undefined                   | 'statement'
          Missing "kind" field                                          | 'kind'
          Duplicate id: 'a'                                             | Ids are unique
          Duplicate column or folder reference: 'a'                     | one grouping only
          Sort column not found                                         | sort names a column
          dependency not found: formula reference 'orders/id'           | does not exist
          Cannot resolve columns on table X                             | does not exist
          Unknown function                                              | function index
          invalid identifier 'X'                                        | custom SQL
          Source not found                                              | synchronise
          Invalid parameter on control: c targeting data model: m, controlId: i. | 'parameters'
          """)
  void aKnownMessageComesWithWhatToDo(String message, String hint) {
    String json = message.replace("\"", "\\\"");

    assertThat(refusal(400, "{\"message\": \"" + json + "\"}").words())
        .startsWith("Sigma answered 400: " + message)
        .contains(hint);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          409 |                                            | true
          412 |                                            | true
          400 | documentVersion must be the latest version | true
          400 | Document version mismatch                  | true
          400 | The version 7 is stale                     | true
          400 | schemaVersion: Invalid 1: undefined        | false
          400 | Invalid 1: schemaVersion, got undefined    | false
          400 | Conversion failed                          | false
          404 | version not found                          | false
          """)
  void aConflictIsToldFromARefusalOfTheContent(int status, String message, boolean conflict) {
    String json = message == null ? "{}" : "{\"message\": \"" + message + "\"}";

    assertThat(refusal(status, json).isConflict()).isEqualTo(conflict);
  }
}
