package io.github.sigmadm.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class ConcurrencyTest {

  @Test
  void noMoreRequestsAreUnderWayThanAllowed() throws Exception {
    var underWay = new AtomicInteger();
    var most = new AtomicInteger();
    var served = new AtomicInteger();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/",
        exchange -> {
          most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
          try {
            Thread.sleep(Duration.ofMillis(30));
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          served.incrementAndGet();
          underWay.decrementAndGet();
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    URI uri = URI.create("http://localhost:" + server.getAddress().getPort() + "/");

    try (var client =
            new ServiceClient(
                ClientSettings.of("Sigma", "tests").withConcurrency(3),
                HostPolicy.LOOPBACK,
                new Secrets(),
                new FakeTime().pacing(),
                RequestLog.NONE);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      threads.invokeAll(Collections.nCopies(12, () -> client.send(Request.get("reading", uri))));
    } finally {
      server.stop(0);
    }

    assertThat(served).hasValue(12);
    assertThat(most).hasValue(3);
  }

  @Test
  void aComplaintHalvesTheNumberAndGoodAnswersRaiseItAgain() throws Exception {
    var limit = new ConcurrencyLimit(8);

    limit.leave(limit.enter(), true);
    assertThat(limit.allowed()).isEqualTo(4);
    limit.leave(limit.enter(), true);
    limit.leave(limit.enter(), true);
    limit.leave(limit.enter(), true);
    assertThat(limit.allowed()).isEqualTo(1);

    for (int i = 0; i < 3; i++) {
      limit.leave(limit.enter(), false);
    }
    assertThat(limit.allowed()).isEqualTo(2);
    for (int i = 0; i < 100; i++) {
      limit.leave(limit.enter(), false);
    }
    assertThat(limit.allowed()).isEqualTo(8);
  }

  @Test
  void complaintsOfOneBurstCountOnce() throws Exception {
    var limit = new ConcurrencyLimit(8);
    long[] burst = new long[8];
    for (int i = 0; i < burst.length; i++) {
      burst[i] = limit.enter();
    }

    for (long entered : burst) {
      limit.leave(entered, true);
    }

    assertThat(limit.allowed()).isEqualTo(4);
  }
}
