// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.policy.NamedPolicy;
import io.fleetward.policy.PolicyShorthand;
import io.fleetward.policy.document.DeviceAction;
import io.fleetward.policy.evaluate.PolicyEngine;
import io.fleetward.testkit.PolicyTexts;
import io.fleetward.testkit.Seed;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Broad access by random policies, found by the analysis and by trying out the two probes of the specification, devices
 * whose names have no letter in common with what the policies are made of.
 */
class BroadAccessPropertyTest {
    private static final List<String> PIECES = List.of(
            "$aws/things/",
            "$aws/things/*/shadow/",
            "$aws/things/*",
            "+",
            "#",
            "kz",
            "k",
            "*",
            "*",
            "?",
            "/",
            "update",
            "${iot:Connection.Thing.ThingName}",
            "${iot:ClientId}");
    private static final List<String> PROBES = List.of("q7Zx0-probe-A", "9vKd_other_B");
    private static final List<String> SUFFIXES = Stream.of(
                    "shadow/get",
                    "shadow/update",
                    "shadow/delete",
                    "shadow/name/%/get",
                    "shadow/name/%/update",
                    "shadow/name/%/delete",
                    "jobs/get",
                    "jobs/start-next",
                    "jobs/%/get",
                    "jobs/%/update",
                    "defender/metrics/json",
                    "defender/metrics/cbor")
            .flatMap(suffix -> Stream.of(suffix, suffix + "/accepted", suffix + "/rejected"))
            .flatMap(suffix -> Stream.of("kz", "xyz", "own", "a").map(name -> suffix.replace("%", name)))
            .distinct()
            .toList();
    private static final List<DeviceAction> ACTIONS = List.of(
            DeviceAction.CONNECT, DeviceAction.PUBLISH, DeviceAction.SUBSCRIBE, DeviceAction.UPDATE_JOB_EXECUTION);
    private static final int ROUNDS = 250;
    private static final Answer<Witness> TOO_COMPLEX = new Answer.Undecided<>(Answer.Cause.TOO_COMPLEX);

    @Test
    void findsWhatTheProbesFind() {
        Seed seed = Seed.current();
        var texts = new PolicyTexts(seed.generator(), BruteForce.ARN, PIECES);
        var access = new BroadAccess(BruteForce.SCOPE);
        int broad = 0;
        int undecided = 0;
        for (int round = 0; round < ROUNDS; round++) {
            List<NamedPolicy> policies = List.of(new NamedPolicy("p", "1", PolicyShorthand.parse(texts.policy(4))));

            var found = access.in(policies);

            undecided += assertShows(policies, found.values(), seed);
            Set<DeviceAction> probed =
                    ACTIONS.stream().filter(action -> isBroad(policies, action)).collect(Collectors.toSet());
            assertThat(found.keySet()).as("%s, %s", policies, seed).containsAll(probed);
            assertThat(probed)
                    .as("but for filters and names of which not all are tried: %s, %s", policies, seed)
                    .containsAll(found.keySet().stream()
                            .filter(action -> action != DeviceAction.SUBSCRIBE && ACTIONS.contains(action))
                            .filter(action -> isTried(action, found.get(action)))
                            .toList());
            broad += found.size();
        }
        assertThat(broad).as("findings, " + seed).isPositive();
        assertThat(undecided).as("too complex, " + seed).isLessThan(ROUNDS / 5);
    }

    /** Every answer is an example that the engine confirms, or too complex to be found; how many are the latter. */
    private static int assertShows(List<NamedPolicy> policies, Collection<Answer<Witness>> answers, Seed seed) {
        int undecided = 0;
        for (Answer<Witness> answer : answers) {
            if (answer instanceof Answer.Example<Witness>(Witness witness)) {
                assertThat(PolicyEngine.decide(policies, witness.request())
                                .outcome()
                                .isAllowed())
                        .as("%s, %s", policies, seed)
                        .isTrue();
            } else {
                assertThat(answer).as("%s, %s", policies, seed).isEqualTo(TOO_COMPLEX);
                undecided++;
            }
        }
        return undecided;
    }

    /** Whether the example is none of a shadow or job whose name is not tried, such as the asking device's own. */
    private static boolean isTried(DeviceAction action, @Nullable Answer<Witness> answer) {
        return answer instanceof Answer.Example<Witness>(Witness witness)
                && !witness.resource().contains(Draft.UNREMARKABLE)
                && (action != DeviceAction.PUBLISH
                        || SUFFIXES.stream()
                                .anyMatch(suffix -> witness.resource().endsWith("/" + suffix)));
    }

    private static boolean isBroad(List<NamedPolicy> policies, DeviceAction action) {
        boolean connects = action == DeviceAction.CONNECT;
        List<NamedPolicy> counted = connects ? BroadAccessTest.withoutAttached(policies) : policies;
        return resources(action)
                .anyMatch(resource -> PROBES.stream()
                        .allMatch(probe -> BruteForce.devices(connects ? probe : "own").stream()
                                .anyMatch(device -> BruteForce.outcome(counted, action, resource.apply(probe), device)
                                        .isAllowed())));
    }

    /** What belongs to a probe, as functions of its name. */
    private static Stream<Function<String, String>> resources(DeviceAction action) {
        return switch (action) {
            case CONNECT, UPDATE_JOB_EXECUTION -> Stream.of(probe -> probe);
            case PUBLISH -> SUFFIXES.stream().map(suffix -> probe -> "$aws/things/" + probe + "/" + suffix);
            case SUBSCRIBE -> filters();
            default -> throw new IllegalArgumentException(action.wireName());
        };
    }

    /** The topics, and the filters that select them in which single levels and the end are wildcards; and {@code #}. */
    private static Stream<Function<String, String>> filters() {
        var filters = new LinkedHashSet<String>();
        filters.add("#");
        for (String suffix : SUFFIXES) {
            String[] levels = ("$aws/things/%/" + suffix).split("/", -1);
            for (int plus = 0; plus < 1 << levels.length; plus += 2) {
                String[] changed = levels.clone();
                for (int i = 0; i < levels.length; i++) {
                    changed[i] = (plus >> i & 1) == 0 ? levels[i] : "+";
                }
                filters.add(String.join("/", changed));
            }
            for (int hash = 1; hash < levels.length; hash++) {
                filters.add(String.join("/", List.of(levels).subList(0, hash)) + "/#");
            }
        }
        return filters.stream().map(filter -> probe -> filter.replace("%", probe));
    }
}
