// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.tag;

import static io.fleetward.application.registry.OnRegistryStores.HERE;
import static io.fleetward.application.registry.OnRegistryStores.OTHER_ACCOUNT;
import static io.fleetward.application.registry.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.error.IotError;
import io.fleetward.application.registry.RegistryUseCases;
import io.fleetward.application.registry.thing.CreateThingGroup;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.registry.thing.ThingGroup;
import io.fleetward.registry.thing.ThingGroupName;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TagRegistryTest {
    private static final String GROUP = "arn:aws:iot:eu-west-1:111122223333:thinggroup/north";

    private final RegistryUseCases registry = new RegistryUseCases();
    private final TagRegistry tags = registry.tags();

    @BeforeEach
    void createGroup() {
        registry.groups()
                .create(
                        HERE,
                        new CreateThingGroup(new ThingGroupName("north"), null, ThingGroup.Properties.NONE, Map.of()));
    }

    @Test
    void setsReplacesAndRemovesTags() {
        tags.tag(HERE, GROUP, Map.of("team", "water", "site", "n"));
        tags.tag(HERE, GROUP, Map.of("team", "heat"));
        tags.untag(HERE, GROUP, List.of("site", "missing"));

        assertThat(list(PageRequest.first(10)).items()).containsExactly(Map.entry("team", "heat"));
    }

    @Test
    void pagesByKey() {
        tags.tag(HERE, GROUP, Map.of("b", "2", "a", "1", "c", "3"));

        Page<Map.Entry<String, String>> first = list(PageRequest.first(2));

        assertThat(first.items()).containsExactly(Map.entry("a", "1"), Map.entry("b", "2"));
        assertThat(list(new PageRequest(2, first.next())).items()).containsExactly(Map.entry("c", "3"));
    }

    @Test
    void allowsFiftyTags() {
        var fifty = new TreeMap<String, String>();
        IntStream.range(0, 50).forEach(number -> fifty.put("k" + number, ""));
        tags.tag(HERE, GROUP, fifty);

        refused(IotError.LIMIT_EXCEEDED, () -> tags.tag(HERE, GROUP, Map.of("one more", "")));
        tags.tag(HERE, GROUP, Map.of("k7", "changed"));
    }

    @Test
    void reservesAPrefix() {
        refused(IotError.INVALID_REQUEST, () -> tags.tag(HERE, GROUP, Map.of("aws:x", "")));
        refused(IotError.INVALID_REQUEST, () -> tags.tag(HERE, GROUP, Map.of("AWS:x", "")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:iot:eu-west-1:111122223333:thinggroup/south",
                "arn:aws:iot:eu-west-1:111122223333:thing/north",
                "arn:aws:iot:eu-west-1:444455556666:thinggroup/north",
                "arn:aws:iot:us-east-1:111122223333:thinggroup/north",
                "arn:aws:s3:eu-west-1:111122223333:thinggroup/north",
                "arn:aws:iot:eu-west-1:111122223333:thinggroup/no rth",
                "north"
            })
    void refusesWhatItDoesNotKnow(String arn) {
        refused(IotError.RESOURCE_NOT_FOUND, () -> tags.tag(HERE, arn, Map.of("a", "b")));
        refused(IotError.RESOURCE_NOT_FOUND, () -> tags.untag(HERE, arn, List.of("a")));
        refused(IotError.RESOURCE_NOT_FOUND, () -> tags.list(HERE, arn, PageRequest.first(5)));
    }

    @Test
    void keepsTenantsApart() {
        refused(IotError.RESOURCE_NOT_FOUND, () -> tags.list(OTHER_ACCOUNT, GROUP, PageRequest.first(5)));
    }

    private Page<Map.Entry<String, String>> list(PageRequest page) {
        return tags.list(HERE, GROUP, page);
    }
}
