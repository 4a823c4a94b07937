// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.mitigation;

import static io.fleetward.application.mitigation.MitigationRig.ROLE;
import static io.fleetward.application.mitigation.MitigationRig.SCOPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.IotError;
import io.fleetward.application.mitigation.MitigationActionRegistry.Wish;
import io.fleetward.application.registry.tag.ResourceTags;
import io.fleetward.application.registry.tag.TagRegistry;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.mitigation.action.ActionType;
import io.fleetward.mitigation.action.EnableIotLogging;
import io.fleetward.mitigation.action.MitigationAction;
import io.fleetward.mitigation.action.UpdateCaCertificate;
import io.fleetward.mitigation.action.UpdateDeviceCertificate;
import io.fleetward.registry.account.LogLevel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MitigationActionRegistryTest {
    private final MitigationRig rig = new MitigationRig();
    private final TagRegistry tags =
            new TagRegistry(rig.registry.transactions(), new ResourceTags(rig.registry.tags()), List.of(rig.actions));

    @Test
    void createsAnActionWithItsTags() {
        MitigationAction action =
                rig.actions.create(SCOPE, "Cut", ROLE, new UpdateDeviceCertificate(), Map.of("team", "red"));

        assertThat(rig.actions.describe(SCOPE, "Cut")).isEqualTo(action);
        assertThat(action.id()).hasSize(36);
        assertThat(tags.list(SCOPE, action.arn().toString(), PageRequest.first(5))
                        .items())
                .containsExactly(Map.entry("team", "red"));
    }

    @Test
    void refusesANameThatIsTaken() {
        rig.action("Cut", new UpdateDeviceCertificate());

        assertThatThrownBy(() -> rig.action("Cut", new UpdateCaCertificate()))
                .satisfies(refusal ->
                        assertThat(((ApiException) refusal).code()).isEqualTo(IotError.RESOURCE_ALREADY_EXISTS));
    }

    @Test
    void refusesTheHundredAndFirst() {
        for (int number = 0; number < 100; number++) {
            rig.action("a" + number, new UpdateDeviceCertificate());
        }

        assertThatThrownBy(() -> rig.action("one-more", new UpdateCaCertificate()))
                .satisfies(
                        refusal -> assertThat(((ApiException) refusal).code()).isEqualTo(IotError.LIMIT_EXCEEDED));
    }

    @Test
    void refusesLoggingThatIsDisabledAndForeignRoles() {
        assertThatThrownBy(() -> rig.action("Log", new EnableIotLogging(ROLE, LogLevel.DISABLED)))
                .hasMessageContaining("logLevel");
        assertThatThrownBy(() -> rig.actions.create(
                        SCOPE, "Log", "arn:aws:iam::999922223333:role/other", new UpdateDeviceCertificate(), Map.of()))
                .hasMessageContaining("another account");
    }

    @Test
    void changesWhatIsGivenAndKeepsTheId() {
        MitigationAction action = rig.action("Cut", new UpdateDeviceCertificate());
        rig.clock.advance(Duration.ofSeconds(1));

        rig.actions.update(SCOPE, "Cut", new Wish(null, new UpdateCaCertificate()));
        MitigationAction changed = rig.actions.update(SCOPE, "Cut", new Wish(ROLE + "2", null));

        assertThat(changed.params()).isEqualTo(new UpdateCaCertificate());
        assertThat(changed.roleArn()).isEqualTo(ROLE + "2");
        assertThat(changed.id()).isEqualTo(action.id());
        assertThat(changed.createdAt()).isEqualTo(action.createdAt());
        assertThat(changed.lastModifiedAt()).isAfter(action.createdAt());
        assertThatThrownBy(() -> rig.actions.update(SCOPE, "Other", new Wish(null, null)))
                .hasMessageContaining("Other");
        assertThatThrownBy(() -> rig.actions.update(SCOPE, "Cut", new Wish("x", null)))
                .hasMessageContaining("roleArn");
    }

    @Test
    void deletesAsOftenAsAsked() {
        MitigationAction action =
                rig.actions.create(SCOPE, "Cut", ROLE, new UpdateDeviceCertificate(), Map.of("team", "red"));
        rig.actions.delete(SCOPE, "Cut");
        rig.actions.delete(SCOPE, "Cut");

        assertThatThrownBy(() -> rig.actions.describe(SCOPE, "Cut")).hasMessageContaining("does not exist");
        rig.action("Cut", new UpdateDeviceCertificate());
        assertThat(tags.list(SCOPE, action.arn().toString(), PageRequest.first(5))
                        .items())
                .isEmpty();
    }

    @Test
    void listsNewestFirstByTypePageByPage() {
        rig.action("First", new UpdateDeviceCertificate());
        rig.clock.advance(Duration.ofSeconds(1));
        rig.action("Second", new UpdateCaCertificate());
        rig.clock.advance(Duration.ofSeconds(1));
        rig.action("Third", new UpdateDeviceCertificate());

        Page<MitigationAction> first = rig.actions.list(SCOPE, null, PageRequest.first(2));
        assertThat(first.items()).extracting(MitigationAction::name).containsExactly("Third", "Second");
        assertThat(rig.actions
                        .list(SCOPE, null, new PageRequest(2, first.next()))
                        .items())
                .extracting(MitigationAction::name)
                .containsExactly("First");
        assertThat(rig.actions
                        .list(SCOPE, ActionType.UPDATE_DEVICE_CERTIFICATE, PageRequest.first(9))
                        .items())
                .extracting(MitigationAction::name)
                .containsExactly("Third", "First");
    }
}
