package io.github.sigmadm.benchmarks;

import io.github.sigmadm.check.CheckInput;
import io.github.sigmadm.check.Checks;
import io.github.sigmadm.check.ParsedSpec;
import io.github.sigmadm.core.Diagnostic;
import io.github.sigmadm.core.RepositoryPath;
import io.github.sigmadm.spec.DataModel;
import io.github.sigmadm.tree.Node.ObjectNode;
import io.github.sigmadm.tree.TreeReader;
import io.github.sigmadm.tree.YamlWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Reading and checking a large model.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 8, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class LargeModelBenchmark {

  private static final RepositoryPath JSON = new RepositoryPath("large.json");
  private static final RepositoryPath YAML = new RepositoryPath("large.yml");

  /// How many columns the model has.
  @Param("10000")
  public int columns = 0;

  private byte[] json = {};
  private byte[] yaml = {};
  private DataModel model = parse(JSON, "{}".getBytes(StandardCharsets.UTF_8));

  /// Makes the model, and sees that it is a sound one.
  @Setup
  public void makeModel() {
    json = LargeModel.json(columns).getBytes(StandardCharsets.UTF_8);
    model = parse(JSON, json);
    yaml = YamlWriter.write(model.node()).getBytes(StandardCharsets.UTF_8);
    List<Diagnostic> found = check();
    if (!found.isEmpty()) {
      throw new IllegalStateException(found.getFirst().toString());
    }
  }

  /// From bytes to a model, JSON.
  @Benchmark
  public DataModel parseJson() {
    return parse(JSON, json);
  }

  /// From bytes to a model, YAML.
  @Benchmark
  public DataModel parseYaml() {
    return parse(YAML, yaml);
  }

  /// All rules over the model.
  @Benchmark
  public List<Diagnostic> check() {
    return Checks.run(CheckInput.existing(new ParsedSpec(JSON, model)));
  }

  private static DataModel parse(RepositoryPath file, byte[] bytes) {
    return DataModel.of((ObjectNode) TreeReader.read(file, bytes).sound().orElseThrow());
  }
}
