// SPDX-License-Identifier: Apache-2.0
package io.fleetward.simulator.plan;

import org.jspecify.annotations.Nullable;

/** What an attacker does besides bending what the device does itself, as regularly as a clock. */
final class AttackSteps implements Series {
    private static final long COME_BACK_MS = 5_000;

    private final DevicePlan device;
    private final Attack attack;
    private final Payloads payloads;
    private long at;
    private int number;

    AttackSteps(DevicePlan device, Attack attack, Payloads payloads) {
        this.device = device;
        this.attack = attack;
        this.payloads = payloads;
        this.at = attack.from();
    }

    @Override
    public @Nullable Step next() {
        Step step = attack.isOn(at) ? step(number) : null;
        number++;
        return step;
    }

    private @Nullable Step step(int turn) {
        return switch (attack.kind()) {
            case FLOOD -> then(500, new Step.Publish(at, flooding(turn)));
            case TOPIC_ENUMERATION -> then(5_000, new Step.Probe(at, "secret/" + turn + "/#"));
            case DUPLICATE_CLIENT_ID ->
                turn % 2 == 0
                        ? then(COME_BACK_MS, new Step.Impersonate(at))
                        : then(10_000 - COME_BACK_MS, new Step.Reconnect(at));
            case CREDENTIAL_ABUSE ->
                turn % 2 == 0
                        ? then(COME_BACK_MS, new Step.Intrude(at))
                        : then(60_000 - COME_BACK_MS, new Step.Reconnect(at));
            case SCANNING, BEACON, HIDDEN_BEACON, SLOW_EXFILTRATION, OVERSIZED_MESSAGES -> null;
        };
    }

    private int flooding(int turn) {
        return payloads.at(at, Chance.of(device.seed(), "flood-" + turn));
    }

    private Step then(long later, Step step) {
        at += later;
        return step;
    }
}
