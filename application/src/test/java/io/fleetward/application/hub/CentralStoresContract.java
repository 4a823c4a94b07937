// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.store.Transactions;
import io.fleetward.application.store.Tx;
import io.fleetward.hub.central.ConfigurationPolicy;
import io.fleetward.hub.central.ControlSelection;
import io.fleetward.hub.central.ControlSelection.CustomParameters;
import io.fleetward.hub.central.ControlSelection.Naming;
import io.fleetward.hub.central.HubPolicy;
import io.fleetward.hub.central.PolicyAssociation;
import io.fleetward.hub.central.PolicyTarget;
import io.fleetward.hub.standard.Standards;
import io.fleetward.hub.standard.TagRequirement;
import io.fleetward.kernel.AccountId;
import io.fleetward.kernel.AccountRegion;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the stores of configuration policies and their associations promise. */
public abstract class CentralStoresContract {
    private static final AccountRegion HOME = AccountRegion.of("111111111111", "eu-west-1");
    private static final AccountRegion OTHER = AccountRegion.of("222222222222", "eu-west-1");
    private static final AccountRegion ELSEWHERE = AccountRegion.of("111111111111", "us-east-1");
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00.123Z");
    private static final PolicyTarget THIRD = PolicyTarget.of(new AccountId("333333333333"));
    private static final PolicyTarget FOURTH = PolicyTarget.of(new AccountId("444444444444"));

    protected abstract Transactions transactions();

    protected abstract CentralStores stores();

    @Test
    void keepsPoliciesAsTheyWerePut() {
        var selection = new ControlSelection(
                Naming.DISABLED,
                List.of("IoT.2"),
                List.of(
                        new CustomParameters("IoT.1", new TagRequirement(List.of("owner", "site"))),
                        new CustomParameters("IoT.3", null)));
        var on = new HubPolicy(List.of(Standards.IOT_DEVICE_SECURITY), selection);
        ConfigurationPolicy first = policy("a", "what for", on);
        ConfigurationPolicy second = policy("b", null, HubPolicy.OFF);
        ConfigurationPolicy bare =
                policy("c", null, new HubPolicy(List.of(), new ControlSelection(Naming.ENABLED, List.of(), List.of())));
        change(tx -> {
            stores().policies().put(tx, HOME, second);
            stores().policies().put(tx, HOME, first);
            stores().policies().put(tx, HOME, bare);
            stores().policies().put(tx, OTHER, second);
            stores().policies().put(tx, ELSEWHERE, first);
        });
        assertThat(list(tx -> stores().policies().all(tx, HOME))).containsExactly(first, second, bare);
        assertThat(find("a")).isEqualTo(first);
        assertThat(find("unknown")).isNull();
        ConfigurationPolicy changed = policy("a", null, HubPolicy.OFF).withTags(Map.of());
        change(tx -> stores().policies().put(tx, HOME, changed));
        assertThat(find("a")).isEqualTo(changed);
        change(tx -> stores().policies().remove(tx, HOME, "b"));
        assertThat(list(tx -> stores().policies().all(tx, HOME))).containsExactly(changed, bare);
        assertThat(list(tx -> stores().policies().all(tx, OTHER))).containsExactly(second);
        change(tx -> stores().removeAll(tx, HOME));
        assertThat(isEmpty(HOME)).isTrue();
        assertThat(isEmpty(OTHER)).isFalse();
        assertThat(isEmpty(ELSEWHERE)).isFalse();
    }

    @Test
    void keepsAssociationsAsTheyWerePut() {
        PolicyAssociation root = PolicyAssociation.started(PolicyTarget.ROOT, "a", PolicyAssociation.Type.APPLIED, NOW);
        PolicyAssociation third = PolicyAssociation.started(THIRD, "a", PolicyAssociation.Type.INHERITED, NOW);
        PolicyAssociation fourth = PolicyAssociation.started(FOURTH, null, PolicyAssociation.Type.APPLIED, NOW);
        PolicyAssociation elsewhere = PolicyAssociation.started(THIRD, "b", PolicyAssociation.Type.APPLIED, NOW);
        change(tx -> {
            stores().associations().put(tx, HOME, List.of(root, fourth, third));
            stores().associations().put(tx, OTHER, List.of(elsewhere));
        });
        assertThat(all(HOME)).containsExactly(third, fourth, root);
        assertThat(association(HOME, FOURTH)).isEqualTo(fourth);
        assertThat(association(OTHER, FOURTH)).isNull();
        assertThat(list(tx -> stores().associations().about(tx, THIRD.account())))
                .containsExactly(
                        new PolicyAssociations.Kept(HOME, third), new PolicyAssociations.Kept(OTHER, elsewhere));
        PolicyAssociation failed = third.attempted("no room", NOW.plusMillis(1));
        change(tx -> stores().associations().put(tx, HOME, List.of(failed)));
        assertThat(all(HOME)).containsExactly(failed, fourth, root);
        change(tx -> stores().associations().remove(tx, HOME, List.of(THIRD, PolicyTarget.ROOT)));
        assertThat(all(HOME)).containsExactly(fourth);
        change(tx -> stores().associations().removeAll(tx, HOME));
        assertThat(all(HOME)).isEmpty();
        assertThat(all(OTHER)).containsExactly(elsewhere);
    }

    @Test
    void queuesAccountsThatArePending() {
        PolicyAssociation root = PolicyAssociation.started(PolicyTarget.ROOT, "a", PolicyAssociation.Type.APPLIED, NOW);
        PolicyAssociation third = PolicyAssociation.started(THIRD, "a", PolicyAssociation.Type.INHERITED, NOW);
        PolicyAssociation fourth = PolicyAssociation.started(FOURTH, "a", PolicyAssociation.Type.INHERITED, NOW);
        change(tx -> {
            stores().associations().put(tx, HOME, List.of(root, fourth, third));
            stores().associations().put(tx, OTHER, List.of(root, third.attempted(null, NOW)));
        });
        assertThat(list(tx -> stores().associations().pending(tx, HOME, 1))).containsExactly(third);
        assertThat(list(tx -> stores().associations().pending(tx, OTHER, 9))).isEmpty();
        assertThat(administratorsWith(PolicyAssociation.Status.PENDING))
                .contains(HOME)
                .doesNotContain(OTHER);
        change(tx -> stores().associations()
                .put(tx, HOME, List.of(third.attempted(null, NOW), fourth.attempted("no", NOW))));
        assertThat(list(tx -> stores().associations().pending(tx, HOME, 9))).isEmpty();
        assertThat(administratorsWith(PolicyAssociation.Status.FAILED))
                .contains(HOME)
                .doesNotContain(OTHER);
        assertThat(administratorsWith(PolicyAssociation.Status.PENDING)).doesNotContain(HOME);
    }

    private List<AccountRegion> administratorsWith(PolicyAssociation.Status status) {
        return list(tx -> stores().associations().administratorsWith(tx, status));
    }

    private static ConfigurationPolicy policy(String id, @Nullable String description, HubPolicy settings) {
        return new ConfigurationPolicy(
                id, "policy-" + id, description, settings, Map.of("k", "v"), NOW, NOW.plusMillis(5));
    }

    private @Nullable ConfigurationPolicy find(String id) {
        return transactions()
                .<@Nullable ConfigurationPolicy>read(tx -> stores().policies().find(tx, HOME, id));
    }

    private List<PolicyAssociation> all(AccountRegion administrator) {
        return list(tx -> stores().associations().all(tx, administrator));
    }

    private void change(Consumer<Tx> work) {
        transactions().change(work);
    }

    private boolean isEmpty(AccountRegion administrator) {
        return transactions().<Boolean>read(tx -> stores().isEmpty(tx, administrator));
    }

    private @Nullable PolicyAssociation association(AccountRegion administrator, PolicyTarget target) {
        return transactions()
                .<@Nullable PolicyAssociation>read(tx -> stores().associations().find(tx, administrator, target));
    }

    private <T> List<T> list(Function<Tx, List<T>> work) {
        return transactions().read(work);
    }
}
