// SPDX-License-Identifier: Apache-2.0
package io.fleetward.simulator.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetward.simulator.plan.FleetPlan.Wishes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FleetPlanTest {
    private static final List<AttackKind> ALL = List.of(AttackKind.values());

    @Test
    void theSameSeedMeansTheSameFleetAndTheSameLives() {
        assertThat(lives(plan(7))).isEqualTo(lives(plan(7)));
        assertThat(lives(plan(7))).isNotEqualTo(lives(plan(8)));
    }

    @Test
    void everyAttackHitsADeviceOfItsOwnAndHasRoom() {
        FleetPlan plan = plan(3);
        List<Attack> attacks = plan.devices().stream()
                .map(DevicePlan::attack)
                .filter(Objects::nonNull)
                .toList();
        assertThat(attacks).extracting(Attack::kind).containsExactlyInAnyOrderElementsOf(ALL);
        assertThat(attacks).allSatisfy(attack -> {
            assertThat(attack.from()).isGreaterThanOrEqualTo(FleetPlan.WINDOW_MS);
            assertThat(attack.to() - attack.from()).isGreaterThan(2 * FleetPlan.WINDOW_MS);
            assertThat(attack.to()).isLessThan(plan.wishes().lengthMs());
        });
        assertThat(plan.devices())
                .filteredOn(device -> device.attack() != null)
                .extracting(DevicePlan::silentFrom)
                .containsOnly(Long.MAX_VALUE);
    }

    @Test
    void stepsOfADeviceComeInOrderAndEndWithTheSimulation() {
        FleetPlan plan = plan(5);
        for (DevicePlan device : plan.devices()) {
            List<Step> steps = steps(plan, device);
            assertThat(steps).extracting(Step::at).isSorted();
            assertThat(steps.getLast().at()).isLessThan(plan.wishes().lengthMs());
        }
    }

    @Test
    void devicesThatNobodyAttacksKeepWithinTheReferenceProfiles() {
        FleetPlan plan = FleetPlan.of(new Wishes(11, 60, Duration.ofHours(24).toMillis(), 0, List.of(), 0));
        for (DevicePlan device : plan.devices()) {
            List<Step> steps = steps(plan, device);
            assertThat(steps).allSatisfy(step -> {
                if (step instanceof Step.Publish publish) {
                    assertThat(publish.bytes()).isBetween(1, 8_191);
                }
                if (step instanceof Step.Report report) {
                    assertThat(report.measured().destinations()).allMatch(host -> host.startsWith("203.0.113."));
                }
                assertThat(step).isNotInstanceOfAny(Step.Probe.class, Step.Impersonate.class, Step.Intrude.class);
            });
            assertThat(mostInAWindow(
                            steps, step -> step instanceof Step.Publish || step instanceof Step.Report ? 1 : 0))
                    .isLessThanOrEqualTo(120);
        }
    }

    @Test
    void someDevicesFallSilentAndSayNothingAfterwards() {
        FleetPlan plan = FleetPlan.of(new Wishes(2, 1_000, Duration.ofHours(24).toMillis(), 0, List.of(), 0));
        List<DevicePlan> silent = plan.devices().stream()
                .filter(device -> device.silentFrom() < plan.wishes().lengthMs())
                .toList();
        assertThat(silent).hasSizeBetween(2, 25);
        assertThat(silent)
                .allSatisfy(device ->
                        assertThat(steps(plan, device).getLast()).isEqualTo(new Step.FallSilent(device.silentFrom())));
    }

    @ParameterizedTest
    @EnumSource
    void whatRulesCanFindBreaksThemInAWholeWindow(AttackKind kind) {
        FleetPlan plan = FleetPlan.of(new Wishes(4, 9, Duration.ofHours(1).toMillis(), 12, List.of(kind), 1));
        DevicePlan victim = plan.devices().stream()
                .filter(device -> device.attack() != null)
                .findFirst()
                .orElseThrow();
        List<Step> steps = steps(plan, victim);
        boolean isBroken = switch (kind) {
            case SCANNING, BEACON ->
                steps.stream()
                        .anyMatch(step -> step instanceof Step.Report report
                                && report.measured().destinations().stream()
                                        .anyMatch(host -> !host.startsWith("203.0.113.")));
            case FLOOD -> mostInAWindow(steps, step -> step instanceof Step.Publish ? 1 : 0) > 120;
            case CREDENTIAL_ABUSE -> mostInAWindow(steps, step -> step instanceof Step.Intrude ? 2 : 0) > 5;
            case DUPLICATE_CLIENT_ID -> mostInAWindow(steps, step -> step instanceof Step.Impersonate ? 1 : 0) > 20;
            case TOPIC_ENUMERATION -> mostInAWindow(steps, step -> step instanceof Step.Probe ? 1 : 0) > 5;
            case OVERSIZED_MESSAGES ->
                steps.stream().anyMatch(step -> step instanceof Step.Publish publish && publish.bytes() > 8_192);
            case HIDDEN_BEACON, SLOW_EXFILTRATION -> false;
        };
        assertThat(isBroken).isEqualTo(kind.isRuleDetectable());
    }

    @Test
    void refusesMoreAttacksThanDevicesAndTooShortAStory() {
        assertThatThrownBy(() -> new Wishes(1, 3, FleetPlan.SHORTEST_MS, 0, ALL, 1))
                .hasMessageContaining("device");
        assertThatThrownBy(() -> new Wishes(1, 9, FleetPlan.SHORTEST_MS - 1, 0, ALL, 1))
                .hasMessageContaining("minutes");
    }

    private static long mostInAWindow(List<Step> steps, ToLongFunction<Step> weight) {
        return steps.stream()
                .collect(Collectors.groupingBy(step -> step.at() / FleetPlan.WINDOW_MS, Collectors.summingLong(weight)))
                .values()
                .stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
    }

    private static FleetPlan plan(long seed) {
        return FleetPlan.of(new Wishes(seed, 30, Duration.ofHours(1).toMillis(), 12, ALL, 1));
    }

    private static Map<String, List<Step>> lives(FleetPlan plan) {
        return plan.devices().stream().collect(Collectors.toMap(DevicePlan::name, device -> steps(plan, device)));
    }

    private static List<Step> steps(FleetPlan plan, DevicePlan device) {
        var steps = new ArrayList<Step>();
        plan.life(device).forEachRemaining(steps::add);
        return steps;
    }
}
