// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect.runtime;

import static io.fleetward.application.detect.Drafts.behavior;
import static io.fleetward.application.detect.Drafts.profile;
import static io.fleetward.application.detect.runtime.DetectWorld.HERE;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.detect.MetricSamples.Query;
import io.fleetward.broker.fact.BrokerFact;
import io.fleetward.detect.metric.Measurand;
import io.fleetward.detect.metric.MessagesSentMetric;
import io.fleetward.kernel.PageRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Event loops and shards on threads of their own. */
class DetectConcurrencyTest {
    private static final int LOOPS = 4;
    private static final int FACTS = 50_000;
    private static final int DEVICES = 100;

    private static void publish(DetectRuntime runtime, long at) {
        for (int n = 0; n < FACTS; n++) {
            runtime.accept(new BrokerFact.MessageReceived(HERE, "device-" + n % DEVICES, at, "t", 1, "192.0.2.7"));
        }
    }

    @Test
    void countsEveryFactOfEveryEventLoop() {
        var world = new DetectWorld();
        try (ExecutorService shards = Executors.newFixedThreadPool(3);
                ExecutorService loops = Executors.newFixedThreadPool(LOOPS)) {
            DetectRuntime runtime = world.startOn(shards);
            world.profiles()
                    .create(HERE, "p", profile(behavior("sent", "aws:num-messages-sent", "less-than", 1900)), Map.of());
            world.attachments().attach(HERE, "p", "arn:aws:iot:eu-west-1:111122223333:all/things");
            long at = world.clock.millis();
            List<CompletableFuture<Void>> running = new ArrayList<>();
            for (int loop = 0; loop < LOOPS; loop++) {
                running.add(CompletableFuture.runAsync(() -> publish(runtime, at), loops));
            }
            running.forEach(CompletableFuture::join);
            world.clock.advance(DetectWorld.PERIOD);
            runtime.close();
        }

        assertThat(world.runtime().counters().facts()).isEqualTo((long) LOOPS * FACTS);
        assertThat(world.runtime().counters().failures()).isZero();
        assertThat(world.alarms()).hasSize(DEVICES);
        for (int device = 0; device < DEVICES; device++) {
            var query = new Query(
                    "device-" + device, Measurand.of(new MessagesSentMetric()), Instant.EPOCH, world.clock.instant());
            assertThat(world.registry
                            .read(tx -> world.samples.list(tx, HERE, query, PageRequest.first(2)))
                            .items())
                    .singleElement()
                    .satisfies(sample ->
                            assertThat(sample.gathered().tally().sum()).isEqualTo((long) LOOPS * FACTS / DEVICES));
        }
    }
}
