// SPDX-License-Identifier: Apache-2.0
package io.fleetward.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportingTest {
    private static final Instant START = Instant.parse("2026-06-01T00:00:00Z");

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final AgentLog log = new AgentLog(new PrintStream(output, true, StandardCharsets.UTF_8));
    private final FakeServer server = new FakeServer();
    private Machine machine;

    @BeforeEach
    void build() throws IOException {
        machine = new Machine(folder);
    }

    private Reporting reporting() {
        var collector = new Collector(new ProcFiles(machine.proc()), List.of(), () -> server.now, log);
        var means = new Reporting.Means(collector, new StateFile(folder, log), server);
        return new Reporting(means, new Backoff(new Random(7)), () -> server.now, log);
    }

    private void run(Duration interval, Duration time) {
        server.end = START.plus(time);
        assertThatThrownBy(() -> reporting().forever(interval)).isInstanceOf(InterruptedException.class);
    }

    @Test
    void reportsOnceAndSaysHowItWent() throws Exception {
        assertThat(reporting().once()).isEqualTo(ExitCode.OK);
        server.outcome = Uplink.Outcome.REJECTED;
        assertThat(reporting().once()).isEqualTo(ExitCode.REJECTED);
        server.outcome = Uplink.Outcome.LATER;
        assertThat(reporting().once()).isEqualTo(ExitCode.UNREACHABLE);
        server.downUntil = Instant.MAX;
        assertThat(reporting().once()).isEqualTo(ExitCode.UNREACHABLE);
    }

    @Test
    void reportsAtEveryIntervalWithIncreasingNumbers() {
        run(Duration.ofSeconds(10), Duration.ofSeconds(35));

        assertThat(server.accepted).hasSize(4).startsWith(id(0));
        long second = server.accepted.get(1);
        assertThat(second).as("out of step with others").isBetween(id(5), id(10));
        assertThat(server.accepted).endsWith(second + 10, second + 20);
    }

    @Test
    void numbersIncreaseOverARestart() throws Exception {
        reporting().once();
        reporting().once();

        assertThat(server.accepted).containsExactly(id(0), id(1));
        assertThat(server.reports.getLast()).contains("\"network_stats\":{\"bytes_in\":0,");
    }

    @Test
    void keepsReportsUntilTheServerIsBack() {
        server.downUntil = START.plusSeconds(95);
        run(Duration.ofSeconds(10), Duration.ofSeconds(300));

        assertThat(server.accepted).startsWith(id(0)).isSorted().hasSize(31);
        assertThat(server.attempts).as("with back-off").isLessThan(31 + 20);
    }

    @Test
    void forgetsTheOldestReportsWhenTooManyWait() {
        server.downUntil = START.plusSeconds(2_000);
        run(Duration.ofSeconds(10), Duration.ofSeconds(3_000));

        assertThat(server.accepted)
                .doesNotContain(id(0))
                .hasSizeBetween(195, 205)
                .isSorted();
        assertThat(output.toString(StandardCharsets.UTF_8)).contains("report-dropped: " + id(0));
    }

    @Test
    void dropsAReportThatIsRejectedForGood() {
        server.outcome = Uplink.Outcome.REJECTED;
        run(Duration.ofSeconds(10), Duration.ofSeconds(25));

        assertThat(server.attempts).isEqualTo(3);
    }

    @Test
    void sendsAgainWhatIsThrottled() {
        server.outcome = Uplink.Outcome.LATER;
        run(Duration.ofSeconds(60), Duration.ofSeconds(50));

        assertThat(server.attempts).isBetween(4, 10);
        assertThat(server.reports.stream().distinct()).hasSize(1);
    }

    private static long id(int seconds) {
        return START.getEpochSecond() + seconds;
    }

    /** A server that is up or down, in a time that passes only while the agent waits. */
    private static final class FakeServer implements Uplink {
        private final List<Long> accepted = new ArrayList<>();
        private final List<String> reports = new ArrayList<>();
        private Instant now = START;
        private Instant end = Instant.MAX;
        private Instant downUntil = Instant.MIN;
        private Outcome outcome = Outcome.ACCEPTED;
        private int attempts;

        @Override
        public Outcome send(long id, String report) throws IOException {
            attempts++;
            if (now.isBefore(downUntil)) {
                throw new IOException("connection refused");
            }
            reports.add(report);
            if (outcome == Outcome.ACCEPTED) {
                accepted.add(id);
            }
            return outcome;
        }

        @Override
        public void idle(Duration time) throws InterruptedException {
            now = now.plus(time);
            if (!now.isBefore(end)) {
                throw new InterruptedException();
            }
        }

        @Override
        public void close() {}
    }
}
