// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect;

import static io.fleetward.application.detect.ViolationBuilder.HERE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.IotError;
import io.fleetward.application.registry.RegistryStores;
import io.fleetward.application.registry.tag.ResourceTags;
import io.fleetward.detect.behavior.BehaviorRules;
import io.fleetward.detect.dimension.Dimension;
import io.fleetward.detect.dimension.DimensionResource;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.PageRequest;
import io.fleetward.testkit.VirtualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class DimensionRegistryTest {
    private final RegistryStores registry = RegistryStores.inMemory();
    private final VirtualClock clock = VirtualClock.atStart();
    private final List<AccountRegion> refreshed = new ArrayList<>();
    private final DetectStores stores = InMemoryDetectStores.create();
    private final DimensionRegistry dimensions = new DimensionRegistry(
            registry.transactions(), stores, new ResourceTags(registry.tags()), refreshed::add, clock);

    private static void refuses(IotError code, String text, ThrowingCallable call) {
        assertThatExceptionOfType(ApiException.class).isThrownBy(call).satisfies(refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.text()).contains(text);
        });
    }

    private static Dimension topics(String name, String... filters) {
        return new Dimension(name, List.of(filters));
    }

    private DimensionResource create(String name, String... filters) {
        return dimensions.create(HERE, topics(name, filters), "token-" + name, Map.of());
    }

    private Map<String, String> tagsOf(DimensionResource resource) {
        return registry.read(tx -> registry.tags().of(tx, HERE, resource.arn()));
    }

    @Test
    void createsADimension() {
        DimensionResource created = dimensions.create(
                HERE, topics("Own", "device/${iot:ClientId}/#", "fleet/+"), "t", Map.of("team", "water"));

        assertThat(created.arn()).hasToString("arn:aws:iot:eu-west-1:111122223333:dimension/Own");
        assertThat(created.createdAt()).isEqualTo(clock.instant()).isEqualTo(created.modifiedAt());
        assertThat(dimensions.describe(HERE, "Own")).isEqualTo(created);
        assertThat(tagsOf(created)).containsEntry("team", "water");
        assertThat(registry.answer(tx -> dimensions.exists(tx, HERE, "Own"))).isTrue();
    }

    @Test
    void answersARepeatedRequestAsTheFirstOne() {
        DimensionResource created = create("Own", "a");

        assertThat(create("Own", "a")).isEqualTo(created);
        assertThat(dimensions.list(HERE, PageRequest.first(10)).items()).containsExactly(created);
    }

    @Test
    void refusesATokenThatMeantSomethingElse() {
        create("Own", "a");

        refuses(IotError.RESOURCE_ALREADY_EXISTS, "created the dimension Own", () -> create("Own", "b"));
        refuses(
                IotError.RESOURCE_ALREADY_EXISTS,
                "created the dimension Own",
                () -> dimensions.create(HERE, topics("Others", "a"), "token-Own", Map.of()));
    }

    @Test
    void refusesANameThatIsTaken() {
        create("Own", "a");

        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> dimensions.create(HERE, topics("Own", "a"), "another", Map.of()))
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo(IotError.RESOURCE_ALREADY_EXISTS);
                    assertThat(refusal.members())
                            .containsEntry("resourceId", "Own")
                            .containsEntry("resourceArn", "arn:aws:iot:eu-west-1:111122223333:dimension/Own");
                });
    }

    @Test
    void refusesWhatIsNoTopicFilter() {
        refuses(IotError.INVALID_REQUEST, "stringValues: not an MQTT topic filter", () -> create("Own", "a", "a/#/b"));
        create("Own", "a");
        refuses(IotError.INVALID_REQUEST, "a+", () -> dimensions.update(HERE, "Own", List.of("a+")));
    }

    @Test
    void refusesMoreThanTen() {
        for (int i = 0; i < DimensionRegistry.LIMIT; i++) {
            create("dimension-" + i, "a");
        }

        refuses(IotError.LIMIT_EXCEEDED, "at most 10", () -> create("one-more", "a"));
        assertThat(create("dimension-7", "a").name()).isEqualTo("dimension-7");
    }

    @Test
    void replacesTheFiltersAndWatchesDevicesByThem() {
        DimensionResource created = create("Own", "a");
        clock.advance(Duration.ofMinutes(1));

        DimensionResource updated = dimensions.update(HERE, "Own", List.of("b", "c"));

        assertThat(updated).isEqualTo(created.updated(List.of("b", "c"), clock.instant()));
        assertThat(dimensions.describe(HERE, "Own")).isEqualTo(updated);
        assertThat(refreshed).containsExactly(HERE);
        refuses(IotError.RESOURCE_NOT_FOUND, "Dimension Others", () -> dimensions.update(HERE, "Others", List.of("a")));
    }

    @Test
    void deletesADimensionWithItsTags() {
        DimensionResource created = dimensions.create(HERE, topics("Own", "a"), "t", Map.of("team", "water"));

        dimensions.delete(HERE, "Own");
        dimensions.delete(HERE, "Own");

        assertThat(tagsOf(created)).isEmpty();
        refuses(IotError.RESOURCE_NOT_FOUND, "Dimension Own", () -> dimensions.describe(HERE, "Own"));
    }

    @Test
    void keepsADimensionThatIsInUse() {
        create("Own", "own/#");
        var profiles = new SecurityProfileRegistry(
                registry.transactions(),
                stores,
                BehaviorRules.AWS,
                new ResourceTags(registry.tags()),
                refreshed::add,
                clock);
        profiles.create(
                HERE,
                "p",
                Drafts.profile(
                        Drafts.within("Own", "IN", Drafts.behavior("sent", "aws:num-messages-sent", "less-than", 1))),
                Map.of());

        refuses(
                IotError.INVALID_REQUEST,
                "Dimension Own is used by security profiles: p",
                () -> dimensions.delete(HERE, "Own"));
        profiles.delete(HERE, "p", null);
        dimensions.delete(HERE, "Own");

        refuses(IotError.RESOURCE_NOT_FOUND, "Own", () -> dimensions.describe(HERE, "Own"));
    }
}
