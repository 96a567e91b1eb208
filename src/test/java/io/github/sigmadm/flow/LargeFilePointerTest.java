package io.github.sigmadm.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sigmadm.core.Diagnostic;
import io.github.sigmadm.core.RepositoryPath;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class LargeFilePointerTest {

  private static final String POINTER =
      """
      version https://git-lfs.github.com/spec/v1
      oid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393
      size 12345
      """;

  @Test
  void aFileThatIsKeptElsewhereIsCalledByItsName() {
    SpecFile file = parse("data-models/orders.yml", POINTER);
    assertThat(file.diagnostics()).extracting(Diagnostic::code).containsExactly("lfs-pointer");
  }

  @Test
  void otherTextsAreNoPointers() {
    assertThat(LargeFilePointer.is(bytes("version: 1\n"))).isFalse();
    assertThat(LargeFilePointer.is(bytes(""))).isFalse();
    assertThat(LargeFilePointer.is(bytes(POINTER + " ".repeat(1024)))).isFalse();
  }

  private static SpecFile parse(String path, String text) {
    return SpecFile.parse(new RepositoryPath(path), bytes(text));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
