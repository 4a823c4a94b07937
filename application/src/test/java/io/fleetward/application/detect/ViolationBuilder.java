// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect;

import static io.fleetward.detect.behavior.BehaviorBuilder.aBehavior;

import io.fleetward.detect.alarm.AlarmKey;
import io.fleetward.detect.alarm.AlarmOutput.ViolationEvent;
import io.fleetward.detect.alarm.DeviceKey;
import io.fleetward.detect.alarm.Evidence;
import io.fleetward.detect.alarm.Violation;
import io.fleetward.detect.alarm.ViolationEventType;
import io.fleetward.detect.behavior.Behavior;
import io.fleetward.detect.behavior.BehaviorBuilder;
import io.fleetward.detect.metric.MetricValue.Count;
import io.fleetward.kernel.AccountRegion;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Makes violations and their events for tests. */
public final class ViolationBuilder {
    public static final AccountRegion HERE = AccountRegion.of("111122223333", "eu-west-1");

    private final String id;
    private AccountRegion scope = HERE;
    private String thing = "pump-7";
    private String profile = "TinyMessages";
    private Behavior behavior = aBehavior("msgSize").build();
    private Instant startedAt = Instant.parse("2026-06-01T00:00:00Z");
    private Instant lastAt = startedAt;
    private long lastValue = 26;
    private boolean isRegistered = true;
    private @Nullable Evidence evidence;

    private ViolationBuilder(String id) {
        this.id = id;
    }

    public static ViolationBuilder aViolation(String id) {
        return new ViolationBuilder(id);
    }

    public ViolationBuilder in(AccountRegion where) {
        scope = where;
        return this;
    }

    public ViolationBuilder by(String thingName) {
        thing = thingName;
        return this;
    }

    public ViolationBuilder raisedBy(Evidence what) {
        evidence = what;
        return this;
    }

    public ViolationBuilder unregistered() {
        isRegistered = false;
        return this;
    }

    public ViolationBuilder of(String profileName) {
        profile = profileName;
        return this;
    }

    public ViolationBuilder of(BehaviorBuilder broken) {
        behavior = broken.build();
        return this;
    }

    public ViolationBuilder startedAt(Instant at) {
        startedAt = at;
        lastAt = at;
        return this;
    }

    public ViolationBuilder lastSeen(Instant at, long value) {
        lastAt = at;
        lastValue = value;
        return this;
    }

    public Violation build() {
        var key = new AlarmKey(new DeviceKey(scope, thing, isRegistered), profile, behavior.name());
        return new Violation(
                id, key, behavior, startedAt, lastAt, new Count(lastValue), lastAt.plusSeconds(60), evidence);
    }

    /** The event that raised it. */
    public ViolationEvent raised() {
        Violation violation = build();
        return new ViolationEvent(ViolationEventType.IN_ALARM, violation, behavior, startedAt, violation.lastValue());
    }

    /** The event that cleared it. */
    public ViolationEvent clearedAt(Instant at) {
        return new ViolationEvent(ViolationEventType.ALARM_CLEARED, build(), behavior, at, new Count(3));
    }

    /** The event that invalidated it. */
    public ViolationEvent invalidatedAt(Instant at) {
        return new ViolationEvent(ViolationEventType.ALARM_INVALIDATED, build(), behavior, at, null);
    }
}
