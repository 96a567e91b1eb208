import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions.Style;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Formats every Java file below the given folders (`write`), or says which ones are not formatted
/// (`check`, exit 1).
///
/// Writing leaves out files that have not been touched since the last time; checking leaves out
/// none.
void main(String[] arguments) throws IOException {
  boolean check = arguments[0].equals("check");
  Path stamp = Path.of(arguments[1]);
  long since =
      !check && Files.exists(stamp) ? Files.getLastModifiedTime(stamp).toMillis() : Long.MIN_VALUE;
  List<Path> unformatted = new ArrayList<>();
  List<String> broken = new ArrayList<>();
  Formatter formatter = new Formatter();
  for (String folder : List.of(arguments).subList(2, arguments.length)) {
    List<Path> files;
    try (var walk = Files.walk(Path.of(folder))) {
      files = walk.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
    for (Path file : files) {
      if (Files.getLastModifiedTime(file).toMillis() < since) {
        continue;
      }
      String before = Files.readString(file);
      try {
        String after =
            ImportOrderer.reorderImports(
                RemoveUnusedImports.removeUnusedImports(formatter.formatSource(before)),
                Style.GOOGLE);
        if (!after.equals(before)) {
          unformatted.add(file);
          if (!check) {
            Files.writeString(file, after);
          }
        }
      } catch (FormatterException e) {
        broken.add(file + ": " + e.getMessage());
      }
    }
  }
  broken.forEach(IO::println);
  for (Path file : unformatted) {
    IO.println((check ? "not formatted: " : "formatted: ") + file);
  }
  if (check && !unformatted.isEmpty()) {
    IO.println("Run the build without CI set; it formats.");
    System.exit(1);
  }
  if (check && !broken.isEmpty()) {
    System.exit(1);
  }
  if (!check && broken.isEmpty()) {
    Files.writeString(stamp, "");
  }
}
