// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.check;

import io.fleetward.kernel.AccountRegion;
import io.fleetward.policy.document.DeviceAction;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Resources that stand for "any device's": a policy that speaks of one for two made-up device names speaks of it for all
 * (audit, policy matching primitives).
 *
 * <p>Immutable. No real naming scheme shares a prefix with either name, so that a wildcard after a specific prefix does
 * not count as any device.
 */
final class ProbeResources {
    static final String FIRST = "q7Zx0-probe-A";
    static final String SECOND = "9vKd_other_B";

    /** The topics that the platform reserves for a thing, after {@code $aws/things/NAME/}. */
    private static final List<String> RESERVED = Stream.of(
                    answered("shadow/get", "shadow/update", "shadow/delete"),
                    Stream.of("shadow/update/delta", "shadow/update/documents"),
                    answered("shadow/name/n1/get", "shadow/name/n1/update", "shadow/name/n1/delete"),
                    Stream.of("shadow/name/n1/update/delta", "shadow/name/n1/update/documents"),
                    answered("jobs/get", "jobs/start-next", "jobs/j1/get", "jobs/j1/update"),
                    Stream.of("jobs/notify", "jobs/notify-next"),
                    answered("defender/metrics/json", "defender/metrics/cbor"))
            .flatMap(topics -> topics)
            .toList();

    private final AccountRegion scope;
    private final Map<DeviceAction, List<Probe>> byAction = new EnumMap<>(DeviceAction.class);

    ProbeResources(AccountRegion scope) {
        this.scope = scope;
    }

    /** The same resource of the first and of the second made-up device, as ARNs. */
    record Probe(String ofFirst, String ofSecond) {}

    /** The probes for an action; covering both resources of one of them is broad access. */
    List<Probe> of(DeviceAction action) {
        return byAction.computeIfAbsent(action, this::probes);
    }

    private List<Probe> probes(DeviceAction action) {
        return switch (action) {
            case CONNECT,
                    GET_THING_SHADOW,
                    UPDATE_THING_SHADOW,
                    DELETE_THING_SHADOW,
                    LIST_NAMED_SHADOWS_FOR_THING,
                    DESCRIBE_JOB_EXECUTION,
                    GET_PENDING_JOB_EXECUTIONS,
                    START_NEXT_PENDING_JOB_EXECUTION,
                    UPDATE_JOB_EXECUTION -> List.of(probe(action, "", ""));
            case PUBLISH, RETAIN_PUBLISH -> reserved(action);
            case SUBSCRIBE -> filters();
            case RECEIVE, GET_RETAINED_MESSAGE, LIST_RETAINED_MESSAGES, ASSUME_ROLE_WITH_CERTIFICATE -> List.of();
        };
    }

    private List<Probe> reserved(DeviceAction action) {
        return RESERVED.stream()
                .map(suffix -> probe(action, "$aws/things/", "/" + suffix))
                .toList();
    }

    private List<Probe> filters() {
        var all = new ArrayList<>(reserved(DeviceAction.SUBSCRIBE));
        RESERVED.forEach(suffix -> all.add(filter("$aws/things/+/" + suffix)));
        Stream.of("$aws/things/#", "$aws/#", "#").map(this::filter).forEach(all::add);
        return all;
    }

    private Probe filter(String filter) {
        String arn = DeviceAction.SUBSCRIBE.resource(scope, filter);
        return new Probe(arn, arn);
    }

    private Probe probe(DeviceAction action, String before, String after) {
        return new Probe(
                action.resource(scope, before + FIRST + after), action.resource(scope, before + SECOND + after));
    }

    private static Stream<String> answered(String... topics) {
        return Stream.of(topics).flatMap(topic -> Stream.of(topic, topic + "/accepted", topic + "/rejected"));
    }
}
