// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.delivery;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.IotError;
import io.fleetward.application.events.BusEvent;
import io.fleetward.application.events.EventEnvelope;
import io.fleetward.application.events.delivery.TargetSender.Letter;
import io.fleetward.application.events.rule.BoundRule;
import io.fleetward.application.events.rule.MatchedEvent;
import io.fleetward.application.events.rule.RuleTarget;
import io.fleetward.application.events.rule.TargetAdministration;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Ids;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Tries targets, and shows what deliveries to them came to. Thread-safe. */
public final class TargetTrials {
    private final TargetAdministration targets;
    private final DeliveryStore store;
    private final TargetSender sender;
    private final InstantSource clock;
    private final Ids ids;

    /** A target by the names of its bus (or ARN, or null for the default one) and rule, and its own id. */
    public record Which(@Nullable String bus, String rule, String target) {}

    /**
     * What a trial came to. Immutable.
     *
     * @param sent what the target was sent
     */
    public record Trial(SendOutcome outcome, String sent, Duration duration) {}

    public TargetTrials(
            TargetAdministration targets, DeliveryStore store, TargetSender sender, InstantSource clock, Ids ids) {
        this.targets = targets;
        this.store = store;
        this.sender = sender;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Sends the target one event, at once and only once, whether or not its rule is enabled or would pick the event.
     *
     * @param event the JSON text of an event, or null for one that says that it is a test
     */
    public Trial run(AccountRegion scope, Which which, @Nullable String event) {
        BoundRule rule = targets.require(scope, which.bus(), which.rule(), which.target());
        RuleTarget target = rule.target(which.target());
        if (target == null) {
            throw new IllegalStateException("the target was there: " + which);
        }
        Instant began = clock.instant();
        String text = event == null ? example(scope, rule, began) : requireObject(event);
        MatchedEvent matched = MatchedEvent.of(rule.rule(), text, began);
        String sent = target.input().render(matched);
        SendOutcome outcome = sender.send(new Letter(matched, target, sent, 0));
        return new Trial(outcome, sent, Duration.between(began, clock.instant()));
    }

    /** The last attempts to deliver to the target, the latest first. */
    public Page<DeliveryAttempt> attempts(AccountRegion scope, Which which, PageRequest page) {
        BoundRule rule = targets.require(scope, which.bus(), which.rule(), which.target());
        var lane = new TargetLane(rule.rule().key(), which.target());
        return store.transactions().read(tx -> store.log().list(tx, lane, page));
    }

    /** The last events that targets of the account and region were given up for, the latest first. */
    public Page<DeadLetter> deadLetters(AccountRegion scope, PageRequest page) {
        return store.transactions().read(tx -> store.deadLetters().list(tx, scope, page));
    }

    private String example(AccountRegion scope, BoundRule rule, Instant now) {
        ObjectNode detail = JsonNodeFactory.instance.objectNode();
        detail.put("message", "A test of the target, asked for by TestEventTarget.");
        var event = new BusEvent(
                "fleetward.test", "Target Test", now, List.of(rule.rule().arn().toString()), detail);
        return EventEnvelope.text(scope, ids.uuid(), event);
    }

    private static String requireObject(String event) {
        try {
            if (JsonMapper.shared().readTree(event) instanceof ObjectNode) {
                return event;
            }
        } catch (JacksonException notJson) {
            throw new ApiException(IotError.INVALID_REQUEST, "event is not valid JSON");
        }
        throw new ApiException(IotError.INVALID_REQUEST, "event must be a JSON object");
    }
}
