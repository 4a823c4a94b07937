// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect;

import static io.fleetward.application.detect.ViolationBuilder.HERE;
import static io.fleetward.detect.behavior.BehaviorBuilder.aBehavior;
import static io.fleetward.detect.profile.ProfileBuilder.aProfile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fleetward.application.detect.CustomMetricRegistry.Wish;
import io.fleetward.application.detect.MetricHistory.Kept;
import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.IotError;
import io.fleetward.application.registry.RegistryStores;
import io.fleetward.application.registry.tag.ResourceTags;
import io.fleetward.detect.alarm.DeviceKey;
import io.fleetward.detect.custom.CustomMetricDefinition;
import io.fleetward.detect.metric.CustomMetric;
import io.fleetward.detect.metric.CustomMetricType;
import io.fleetward.detect.metric.Measurand;
import io.fleetward.detect.metric.Tally;
import io.fleetward.detect.operator.MetricSample;
import io.fleetward.kernel.PageRequest;
import io.fleetward.testkit.VirtualClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class CustomMetricRegistryTest {
    private final RegistryStores registry = RegistryStores.inMemory();
    private final VirtualClock clock = VirtualClock.atStart();
    private final DetectStores stores = InMemoryDetectStores.create();
    private final CustomMetricTypes types = new CustomMetricTypes(registry.transactions(), stores.customMetrics());
    private final InMemoryMetricSamples samples = new InMemoryMetricSamples();
    private final CustomMetricRegistry metrics = new CustomMetricRegistry(
            registry.transactions(),
            stores,
            types,
            new ResourceTags(registry.tags()),
            new Kept(registry.transactions(), samples, Duration.ofDays(14)),
            clock);

    private static void refuses(IotError code, String text, ThrowingCallable call) {
        assertThatExceptionOfType(ApiException.class).isThrownBy(call).satisfies(refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.text()).contains(text);
        });
    }

    private static Wish number(String name) {
        return new Wish(name, CustomMetricType.NUMBER, null);
    }

    private CustomMetricDefinition create(String name) {
        return metrics.create(HERE, number(name), "token-" + name, Map.of());
    }

    private Map<String, String> tagsOf(CustomMetricDefinition resource) {
        return registry.read(tx -> registry.tags().of(tx, HERE, resource.arn()));
    }

    @Test
    void createsAMetric() {
        CustomMetricDefinition created = metrics.create(
                HERE, new Wish("battery", CustomMetricType.NUMBER_LIST, "Battery"), "t", Map.of("team", "water"));

        assertThat(created.arn()).hasToString("arn:aws:iot:eu-west-1:111122223333:custommetric/battery");
        assertThat(created.createdAt()).isEqualTo(clock.instant()).isEqualTo(created.modifiedAt());
        assertThat(metrics.describe(HERE, "battery")).isEqualTo(created);
        assertThat(tagsOf(created)).containsEntry("team", "water");
        assertThat(registry.answer(tx -> metrics.exists(tx, HERE, "battery"))).isTrue();
    }

    @Test
    void answersARepeatedRequestAsTheFirstOne() {
        CustomMetricDefinition created = create("battery");
        CustomMetricDefinition renamed = metrics.update(HERE, "battery", "Battery");

        assertThat(create("battery")).isEqualTo(renamed);
        assertThat(created.arn()).isEqualTo(renamed.arn());
        assertThat(metrics.list(HERE, PageRequest.first(10)).items()).hasSize(1);
    }

    @Test
    void refusesANameThatIsTaken() {
        create("battery");

        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> metrics.create(HERE, number("battery"), "another", Map.of()))
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo(IotError.RESOURCE_ALREADY_EXISTS);
                    assertThat(refusal.members())
                            .containsEntry("resourceId", "battery")
                            .containsEntry("resourceArn", "arn:aws:iot:eu-west-1:111122223333:custommetric/battery");
                });
    }

    @Test
    void refusesATokenThatMeantSomethingElse() {
        create("battery");

        refuses(
                IotError.RESOURCE_ALREADY_EXISTS,
                "created the custom metric battery",
                () -> metrics.create(HERE, number("load"), "token-battery", Map.of()));
        refuses(
                IotError.RESOURCE_ALREADY_EXISTS,
                "created the custom metric battery",
                () -> metrics.create(
                        HERE, new Wish("battery", CustomMetricType.STRING_LIST, null), "token-battery", Map.of()));
    }

    @Test
    void refusesTheNamesOfAws() {
        refuses(IotError.INVALID_REQUEST, "must not begin with aws:", () -> create("aws:battery"));
    }

    @Test
    void refusesMoreThanAHundred() {
        for (int i = 0; i < CustomMetricRegistry.LIMIT; i++) {
            create("metric-" + i);
        }

        refuses(IotError.LIMIT_EXCEEDED, "at most 100", () -> create("one-more"));
        assertThat(create("metric-7").name()).isEqualTo("metric-7");
    }

    @Test
    void changesOnlyWhatPeopleAreShown() {
        CustomMetricDefinition created = create("battery");
        clock.advance(Duration.ofMinutes(1));

        CustomMetricDefinition updated = metrics.update(HERE, "battery", "Battery");

        assertThat(updated).isEqualTo(created.displayedAs("Battery", clock.instant()));
        assertThat(metrics.describe(HERE, "battery")).isEqualTo(updated);
        refuses(IotError.RESOURCE_NOT_FOUND, "Custom metric load", () -> metrics.update(HERE, "load", "Load"));
    }

    @Test
    void deletesAMetricWithItsTags() {
        CustomMetricDefinition created = metrics.create(HERE, number("battery"), "t", Map.of("team", "water"));

        metrics.delete(HERE, "battery");
        metrics.delete(HERE, "battery");

        assertThat(tagsOf(created)).isEmpty();
        refuses(IotError.RESOURCE_NOT_FOUND, "Custom metric battery", () -> metrics.describe(HERE, "battery"));
        assertThat(metrics.create(HERE, number("battery"), "t", Map.of())).isNotNull();
    }

    @Test
    void tellsWhoeverReadsReports() {
        assertThat(types.of(HERE)).isEmpty();

        create("battery");
        assertThat(types.of(HERE)).isEqualTo(Map.of("battery", CustomMetricType.NUMBER));

        metrics.delete(HERE, "battery");
        assertThat(types.of(HERE)).isEmpty();
    }

    @Test
    void keepsWhatAProfileUses() {
        registry.change(tx -> {
            stores.profiles()
                    .put(
                            tx,
                            aProfile(HERE, "judges")
                                    .with(aBehavior("a").on("aws:num-disconnects"))
                                    .build());
            for (int i = 0; i < 300; i++) {
                stores.profiles().put(tx, aProfile(HERE, "a" + i).build());
            }
        });

        refuses(
                IotError.INVALID_REQUEST,
                "is used by security profiles: judges",
                () -> metrics.delete(HERE, "aws:num-disconnects"));
    }

    @Test
    void theValuesOfADeletedMetricGoWithIt() {
        create("battery");
        var battery = Measurand.of(new CustomMetric("battery", CustomMetricType.NUMBER));
        var sample = new MetricSample(new DeviceKey(HERE, "pump-7", true), battery, 300, Tally.of(81.5));
        registry.change(tx -> samples.save(tx, List.of(sample)));

        metrics.delete(HERE, "battery");

        assertThat(registry.<List<String>>read(tx -> samples.devices(tx, HERE, "", 9)))
                .isEmpty();
    }
}
