// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.identity.AdministrativeAct;
import io.fleetward.application.outbox.OutboxEntries;
import io.fleetward.application.outbox.StoredEntry;
import io.fleetward.kernel.PageRequest;
import io.fleetward.store.identity.JdbcAdministrativeActs;
import io.fleetward.store.outbox.JdbcOutboxEntries;
import io.fleetward.testkit.Seed;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Kills a writing process at random points, again and again, and looks whether what it was told is still there. */
abstract class KillContract {
    /** Random moments between a first acknowledgement and this many milliseconds later. */
    private static final int LONGEST_LIFE_MILLIS = 400;

    private static final int EVERYTHING = 10_000_000;

    private final Set<String> acknowledged = Collections.synchronizedSet(new HashSet<>());

    abstract StoreLocation location();

    /** The arguments by which the process finds the same database. */
    abstract List<String> arguments();

    abstract int rounds();

    @Test
    void keepsEveryAcknowledgedWriteAndNothingHalfDone() throws Exception {
        Seed seed = Seed.current();
        System.out.println(getClass().getSimpleName() + " " + seed);
        SqlDatabase.open(location(), StoreDatabase.FLEETWARD).close();
        RandomGenerator random = seed.generator();
        Process next = start(0);
        for (int round = 1; round <= rounds(); round++) {
            Process victim = next;
            next = start(round);
            killAfterSome(victim, random.nextInt(LONGEST_LIFE_MILLIS));
            verify(round + ", " + seed);
        }
        next.destroyForcibly().waitFor();
        assertThat(acknowledged).hasSizeGreaterThan(rounds());
        System.out.printf(
                "%s: %d kills, %,d acknowledged writes%n", getClass().getSimpleName(), rounds(), acknowledged.size());
    }

    private Process start(int round) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                CrashingWriter.class.getName(),
                "r" + round));
        command.addAll(arguments());
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Lets the process write, and kills it so many milliseconds after its first acknowledgement. */
    private void killAfterSome(Process victim, int millis) throws Exception {
        var isWriting = new CountDownLatch(1);
        Thread listener = Thread.ofVirtual().start(() -> listen(victim, isWriting));
        victim.getOutputStream().write('\n');
        victim.getOutputStream().flush();
        isWriting.await();
        assertThat(victim.waitFor(millis, TimeUnit.MILLISECONDS))
                .as("ended by itself")
                .isFalse();
        // By its handle: that leaves the pipe open, and in it what the process said last.
        victim.toHandle().destroyForcibly();
        victim.waitFor();
        listener.join();
    }

    /** Every complete line is an acknowledgement, also those the killed process left in the pipe. */
    private void listen(Process victim, CountDownLatch isWriting) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(victim.getInputStream(), StandardCharsets.UTF_8))) {
            for (String id = lines.readLine(); id != null; id = lines.readLine()) {
                acknowledged.add(id);
                isWriting.countDown();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            isWriting.countDown();
        }
    }

    private void verify(String when) {
        OutboxEntries entries = new JdbcOutboxEntries();
        try (SqlDatabase reopened = SqlDatabase.openMigrated(location(), StoreDatabase.FLEETWARD)) {
            List<AdministrativeAct> acts = reopened.read(tx -> new JdbcAdministrativeActs()
                    .newest(tx, CrashingWriter.HERE, PageRequest.first(EVERYTHING))
                    .items());
            List<String> waiting = reopened.read(tx -> entries.after(tx, 0, EVERYTHING)).stream()
                    .map(StoredEntry::entry)
                    .map(entry -> entry.key())
                    .toList();
            Set<String> written = ids(acts, CrashingWriter.WRITTEN);
            var leftOrDone = new ArrayList<>(waiting);
            leftOrDone.addAll(ids(acts, CrashingWriter.HANDLED));

            assertThat(written).as("acknowledged in round " + when).containsAll(acknowledged);
            assertThat(leftOrDone)
                    .as("waiting or handled, once, in round " + when)
                    .containsExactlyInAnyOrderElementsOf(written);
            assertThat(ids(acts, CrashingWriter.NEVER))
                    .as("taken back in round " + when)
                    .isEmpty();
        }
    }

    private static Set<String> ids(List<AdministrativeAct> acts, String action) {
        List<String> ids = acts.stream()
                .filter(act -> act.action().equals(action))
                .map(AdministrativeAct::requestId)
                .toList();
        assertThat(ids).doesNotHaveDuplicates();
        return Set.copyOf(ids);
    }
}
