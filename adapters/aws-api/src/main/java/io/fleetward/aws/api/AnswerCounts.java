// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api;

import io.fleetward.aws.api.model.AwsService;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts answers by service and outcome since the start, for metrics and for whoever watches hostile input.
 *
 * <p>Thread-safe; bounded, because outcomes are {@value #SUCCESS} and the names of errors.
 */
public final class AnswerCounts {
    /** The outcome of an answered operation. */
    public static final String SUCCESS = "Success";

    /** A service, by the name on the clients' command line or {@code unknown}, with an outcome. */
    public record Outcome(String service, String result) implements Comparable<Outcome> {
        @Override
        public int compareTo(Outcome other) {
            int byService = service.compareTo(other.service);
            return byService != 0 ? byService : result.compareTo(other.result);
        }
    }

    private final Map<Outcome, LongAdder> counts = new ConcurrentHashMap<>();

    /** How many answers there were of each kind. */
    public Map<Outcome, Long> snapshot() {
        var snapshot = new TreeMap<Outcome, Long>();
        counts.forEach((outcome, count) -> snapshot.put(outcome, count.sum()));
        return snapshot;
    }

    void count(AwsService service, String result) {
        count(service.id(), result);
    }

    void countUnknownService(String result) {
        count("unknown", result);
    }

    private void count(String service, String result) {
        counts.computeIfAbsent(new Outcome(service, result), unseen -> new LongAdder())
                .increment();
    }
}
