// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect;

import static io.fleetward.application.detect.ViolationBuilder.HERE;
import static io.fleetward.detect.profile.ProfileBuilder.aProfile;
import static io.fleetward.registry.thing.ThingGroupBuilder.aGroup;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fleetward.application.detect.ProfileAttachments.TargetQuery;
import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.IotError;
import io.fleetward.application.registry.RegistryStores;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.registry.thing.ThingGroup;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileAttachmentsTest {
    private static final String ARN = "arn:aws:iot:eu-west-1:111122223333:";

    private final RegistryStores registry = RegistryStores.inMemory();
    private final List<AccountRegion> refreshed = new ArrayList<>();
    private final DetectStores stores = InMemoryDetectStores.create();
    private final ProfileAttachments attachments = new ProfileAttachments(
            registry.transactions(), stores, registry.things().groups(), refreshed::add);

    @BeforeEach
    void createProfilesAndGroups() {
        ThingGroup pumps = aGroup(HERE, "pumps").build();
        ThingGroup north = aGroup(HERE, "north").under(pumps).build();
        registry.change(tx -> {
            for (int n = 1; n <= 6; n++) {
                stores.profiles().put(tx, aProfile(HERE, "p" + n).build());
            }
            List.of(pumps, north, aGroup(HERE, "other").build())
                    .forEach(group -> registry.things().groups().put(tx, group));
        });
    }

    private static void refuses(IotError code, ThrowingCallable call) {
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(call)
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private List<String> profiles(String target, boolean isRecursive) {
        List<String> seen = new ArrayList<>();
        String after = null;
        do {
            Page<ProfileTargets.Attachment> page =
                    attachments.profiles(HERE, new TargetQuery(ARN + target, isRecursive), new PageRequest(2, after));
            page.items()
                    .forEach(one -> seen.add(
                            one.profile() + " " + one.target().arn(HERE).resource()));
            after = page.next();
        } while (after != null);
        return seen;
    }

    @Test
    void attachesToEveryKindOfTarget() {
        List.of("all/things", "all/registered-things", "all/unregistered-things", "thinggroup/pumps")
                .forEach(target -> attachments.attach(HERE, "p1", ARN + target));

        assertThat(attachments.targets(HERE, "p1", PageRequest.first(10)).items())
                .extracting(target -> target.arn(HERE).resource())
                .containsExactly("all/registered-things", "all/things", "all/unregistered-things", "thinggroup/pumps");
        assertThat(refreshed).hasSize(4);
    }

    @Test
    void attachesTwiceWithoutEffect() {
        attachments.attach(HERE, "p1", ARN + "all/things");
        attachments.attach(HERE, "p1", ARN + "all/things");

        assertThat(profiles("all/things", false)).containsExactly("p1 all/things");
    }

    @Test
    void refusesTheSixthProfileOfATarget() {
        for (int n = 1; n <= 5; n++) {
            attachments.attach(HERE, "p" + n, ARN + "all/things");
        }

        refuses(IotError.LIMIT_EXCEEDED, () -> attachments.attach(HERE, "p6", ARN + "all/things"));
        attachments.attach(HERE, "p5", ARN + "all/things");
        attachments.attach(HERE, "p6", ARN + "all/registered-things");
    }

    @Test
    void refusesWhatDoesNotExist() {
        refuses(IotError.RESOURCE_NOT_FOUND, () -> attachments.attach(HERE, "no", ARN + "all/things"));
        refuses(IotError.RESOURCE_NOT_FOUND, () -> attachments.attach(HERE, "p1", ARN + "thinggroup/no"));
        refuses(IotError.RESOURCE_NOT_FOUND, () -> attachments.detach(HERE, "no", ARN + "all/things"));
        refuses(IotError.RESOURCE_NOT_FOUND, () -> attachments.detach(HERE, "p1", ARN + "thinggroup/no"));
        refuses(IotError.RESOURCE_NOT_FOUND, () -> attachments.targets(HERE, "no", PageRequest.first(1)));
        refuses(IotError.RESOURCE_NOT_FOUND, () -> profiles("thinggroup/no", true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "all/things",
                "arn:aws:iot:eu-west-1:111122223333:thing/pump-7",
                "arn:aws:iot:us-east-1:111122223333:all/things",
                "arn:aws:iot:eu-west-1:444455556666:all/things"
            })
    void refusesWhatIsNoTarget(String arn) {
        refuses(IotError.INVALID_REQUEST, () -> attachments.attach(HERE, "p1", arn));
        refuses(IotError.INVALID_REQUEST, () -> attachments.detach(HERE, "p1", arn));
    }

    @Test
    void detachesWithoutMindingWhetherItWasAttached() {
        attachments.attach(HERE, "p1", ARN + "all/things");

        attachments.detach(HERE, "p1", ARN + "all/things");
        attachments.detach(HERE, "p1", ARN + "all/things");

        assertThat(profiles("all/things", false)).isEmpty();
    }

    @Test
    void listsTheProfilesOfATargetAndOfTheGroupsBelow() {
        attachments.attach(HERE, "p2", ARN + "thinggroup/pumps");
        attachments.attach(HERE, "p1", ARN + "thinggroup/pumps");
        attachments.attach(HERE, "p1", ARN + "thinggroup/north");
        attachments.attach(HERE, "p3", ARN + "thinggroup/other");
        attachments.attach(HERE, "p3", ARN + "all/things");

        assertThat(profiles("thinggroup/pumps", false)).containsExactly("p1 thinggroup/pumps", "p2 thinggroup/pumps");
        assertThat(profiles("thinggroup/pumps", true))
                .containsExactly("p1 thinggroup/north", "p1 thinggroup/pumps", "p2 thinggroup/pumps");
        assertThat(profiles("all/things", true)).containsExactly("p3 all/things");
    }
}
