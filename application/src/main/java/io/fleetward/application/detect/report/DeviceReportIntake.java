// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect.report;

import static java.util.Objects.requireNonNull;

import io.fleetward.application.broker.MessagePublisher;
import io.fleetward.application.broker.ReservedTopicHandler;
import io.fleetward.application.detect.report.ReportCounters.Counter;
import io.fleetward.broker.message.Message;
import io.fleetward.detect.report.DeviceReport;
import io.fleetward.detect.report.DeviceReportParser;
import io.fleetward.detect.report.ReportOutcome;
import io.fleetward.detect.report.ReportRefusal;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.topic.TopicName;
import java.time.InstantSource;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes the reports of devices off the broker and answers each (detect, device-side protocol). Whoever the policies let
 * publish on a device's topic reports for it; nobody asks whether the thing is registered.
 *
 * <p>Thread-safe. On the loop only the pace is looked at; the worker does the rest.
 */
public final class DeviceReportIntake implements ReservedTopicHandler {
    private static final Logger LOG = LoggerFactory.getLogger(DeviceReportIntake.class);

    private final ReportReceivers receivers;
    private final ReportCounters counters;
    private final InstantSource clock;
    private final ReportPace pace;
    private final RecentReports recent;

    public DeviceReportIntake(
            ReportReceivers receivers, ReportLimits limits, ReportCounters counters, InstantSource clock) {
        this.receivers = receivers;
        this.counters = counters;
        this.clock = clock;
        this.pace = new ReportPace(limits);
        this.recent = new RecentReports(clock);
    }

    /** A report that has come, and where its reply goes. */
    private record Arrival(
            AccountRegion scope, ReportTopic topic, Message message, long at, MessagePublisher answers) {}

    @Override
    public boolean takes(TopicName topic) {
        return ReportTopic.parse(topic) != null;
    }

    @Override
    public void handle(AccountRegion scope, Message message, MessagePublisher answers) {
        ReportTopic topic = requireNonNull(ReportTopic.parse(message.topic()));
        var arrival = new Arrival(scope, topic, message, clock.millis(), answers);
        switch (pace.admit(scope, topic.thing(), arrival.at())) {
            case ADMITTED -> hand(arrival);
            case REFUSED -> throttle(arrival);
            case IGNORED -> counters.count(Counter.IGNORED);
        }
    }

    private void hand(Arrival arrival) {
        try {
            receivers.worker().execute(() -> process(arrival));
        } catch (RejectedExecutionException overloaded) {
            throttle(arrival);
        }
    }

    private void throttle(Arrival arrival) {
        counters.count(Counter.THROTTLED);
        reject(arrival, null, ReportRefusal.THROTTLED);
    }

    private void process(Arrival arrival) {
        if (!arrival.topic().hasThing()) {
            refuse(arrival, null, ReportRefusal.INVALID_THING);
            return;
        }
        JsonNode tree = arrival.topic().format().decode(arrival.message().payload());
        if (tree == null) {
            refuse(arrival, null, ReportRefusal.MALFORMED);
            return;
        }
        ReportOutcome outcome;
        try {
            outcome = DeviceReportParser.parse(tree, receivers.types().of(arrival.scope()));
        } catch (RuntimeException failure) {
            failed(arrival, null, failure);
            return;
        }
        switch (outcome) {
            case ReportOutcome.Read(DeviceReport report) -> accept(arrival, report);
            case ReportOutcome.Refused refused -> refuse(arrival, refused.reportId(), refused.refusal());
        }
    }

    private void accept(Arrival arrival, DeviceReport report) {
        String thing = arrival.topic().thing();
        byte[] payload = arrival.message().payload();
        if (recent.isNew(arrival.scope(), thing, report.id(), payload)) {
            try {
                receivers.sink().accept(arrival.scope(), thing, report, arrival.at());
            } catch (RuntimeException failure) {
                recent.forget(arrival.scope(), thing, report.id(), payload);
                failed(arrival, report.id(), failure);
                return;
            }
            counters.count(Counter.ACCEPTED);
        } else {
            counters.count(Counter.REPEATED);
        }
        reply(arrival, arrival.topic().accepted(), ReportReplies.accepted(thing, report.id(), clock.millis()));
    }

    private void refuse(Arrival arrival, @Nullable Long reportId, ReportRefusal refusal) {
        counters.count(Counter.REFUSED);
        reject(arrival, reportId, refusal);
    }

    private void failed(Arrival arrival, @Nullable Long reportId, RuntimeException failure) {
        counters.count(Counter.FAILED);
        LOG.atWarn()
                .addKeyValue("scope", arrival.scope())
                .addKeyValue("thing", arrival.topic().thing())
                .setCause(failure)
                .log("report-failed");
        reject(arrival, reportId, ReportRefusal.INTERNAL_FAILURE);
    }

    private void reject(Arrival arrival, @Nullable Long reportId, ReportRefusal refusal) {
        ReportTopic topic = arrival.topic();
        reply(arrival, topic.rejected(), ReportReplies.rejected(topic.thing(), reportId, refusal, clock.millis()));
    }

    /** Nobody waits for the reply to be stored: a device that does not get it sends its report again. */
    private static void reply(Arrival arrival, TopicName topic, ObjectNode reply) {
        byte[] payload = arrival.topic().format().encode(reply);
        var _ = arrival.answers().publish(arrival.scope(), Message.of(topic, payload, 1, false));
    }
}
