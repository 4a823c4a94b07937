// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.central;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.hub.central.ControlSelection.CustomParameters;
import io.fleetward.hub.central.ControlSelection.Naming;
import io.fleetward.hub.standard.Standards;
import io.fleetward.hub.standard.TagRequirement;
import io.fleetward.kernel.AccountId;
import io.fleetward.kernel.AccountRegion;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Configuration policies and their associations. */
class ConfigurationPolicyTest {
    private static final AccountRegion HOME = AccountRegion.of("123456789012", "eu-west-1");
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    @Test
    void isKeptAsItWasSaid() {
        var controls = new ControlSelection(
                Naming.DISABLED,
                List.of("IoT.2"),
                List.of(
                        new CustomParameters("IoT.1", new TagRequirement(List.of("owner"))),
                        new CustomParameters("IoT.3", null)));
        for (HubPolicy settings : List.of(
                HubPolicy.OFF,
                new HubPolicy(List.of(), new ControlSelection(Naming.ENABLED, List.of(), List.of())),
                new HubPolicy(List.of(Standards.IOT_DEVICE_SECURITY), controls))) {
            assertThat(HubPolicy.read(settings.document())).isEqualTo(settings);
        }
        assertThat(HubPolicy.OFF.isServiceEnabled()).isFalse();
        var document = HubPolicy.OFF.document();
        document.putArray("standards").add("gone/v/1");
        assertThat(HubPolicy.read(document)).isEqualTo(HubPolicy.OFF);
    }

    @Test
    void choosesControlsByName() {
        var only = new ControlSelection(Naming.ENABLED, List.of("IoT.1"), List.of());
        assertThat(only.isEnabled("IoT.1")).isTrue();
        assertThat(only.isEnabled("IoT.2")).isFalse();
        var allBut = new ControlSelection(
                Naming.DISABLED,
                List.of("IoT.1"),
                List.of(new CustomParameters("IoT.2", new TagRequirement(List.of("owner")))));
        assertThat(allBut.isEnabled("IoT.1")).isFalse();
        assertThat(allBut.isEnabled("IoT.2")).isTrue();
        assertThat(allBut.tags("IoT.2")).isEqualTo(new TagRequirement(List.of("owner")));
        assertThat(allBut.tags("IoT.3")).isNull();
    }

    @Test
    void isNamedByArnAndById() {
        String arn = ConfigurationPolicy.arn(HOME, "one");
        assertThat(arn).isEqualTo("arn:aws:securityhub:eu-west-1:123456789012:configuration-policy/one");
        assertThat(ConfigurationPolicy.id(HOME, arn)).isEqualTo("one");
        assertThat(ConfigurationPolicy.id(HOME, "one")).isEqualTo("one");
        var policy = new ConfigurationPolicy("one", "fleet", null, HubPolicy.OFF, Map.of(), NOW, NOW);
        assertThat(policy.withTags(Map.of("k", "v")).tags()).containsEntry("k", "v");
    }

    @Test
    void isPendingUntilItWasTried() {
        PolicyTarget target = PolicyTarget.of(new AccountId("222222222222"));
        PolicyAssociation started = PolicyAssociation.started(target, "one", PolicyAssociation.Type.INHERITED, NOW);
        assertThat(started.isPending()).isTrue();
        assertThat(started.isInherited()).isTrue();
        assertThat(started.configurationId()).isEqualTo("one");
        Instant later = NOW.plusSeconds(1);
        assertThat(started.attempted(null, later).status()).isEqualTo(PolicyAssociation.Status.SUCCESS);
        PolicyAssociation failed = started.attempted("no room", later);
        assertThat(failed.status()).isEqualTo(PolicyAssociation.Status.FAILED);
        assertThat(failed.message()).isEqualTo("no room");
        assertThat(failed.repeated(NOW)).isEqualTo(started);
        PolicyAssociation self = PolicyAssociation.started(target, null, PolicyAssociation.Type.APPLIED, NOW);
        assertThat(self.isPending()).isFalse();
        assertThat(self.configurationId()).isEqualTo("SELF_MANAGED_SECURITY_HUB");
    }

    @Test
    void isForAnAccountOrForAll() {
        assertThat(PolicyTarget.read("r-fleetward")).isEqualTo(PolicyTarget.ROOT);
        assertThat(PolicyTarget.ROOT.isRoot()).isTrue();
        PolicyTarget one = PolicyTarget.read("222222222222");
        assertThat(one.isRoot()).isFalse();
        assertThat(one.account()).isEqualTo(new AccountId("222222222222"));
    }
}
