// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.policy;

import static io.fleetward.application.policy.OnPolicyStores.aPolicy;
import static io.fleetward.application.policy.OnPolicyStores.aVersion;
import static io.fleetward.application.policy.OnPolicyStores.at;
import static io.fleetward.application.policy.OnPolicyStores.named;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.PageRequest;
import io.fleetward.policy.Policy;
import io.fleetward.policy.PolicyName;
import io.fleetward.policy.PolicyVersion;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link Policies} promises. */
public interface PoliciesContract extends OnPolicyStores {
    @Test
    default void findsThePolicyAsItWasStored() {
        Policy policy = aPolicy(HERE, "p+=,.@-_1", at(1))
                .withNewVersion(false, at(2))
                .withNewVersion(true, at(3))
                .withDefault(2, at(4));
        change(tx -> stores().policies().put(tx, policy));

        assertThat(find(HERE, policy.name())).isEqualTo(policy);
        assertThat(find(OTHER_REGION, policy.name())).isNull();
        assertThat(find(HERE, named("other"))).isNull();
    }

    @Test
    default void replacesThePolicyAndKeepsItsVersions() {
        Policy policy = aPolicy(HERE, "p", at(1));
        store(policy);
        Policy changed = policy.withNewVersion(true, at(9));
        change(tx -> stores().policies().put(tx, changed));

        assertThat(find(HERE, policy.name())).isEqualTo(changed);
        assertThat(versions(HERE, policy.name())).containsExactly(aVersion(policy, 1, "p"));
    }

    @Test
    default void keepsTheTextOfAVersionByteForByte() {
        Policy policy = aPolicy(HERE, "p", at(1));
        PolicyVersion version = aVersion(policy, 1, "{\r\n\t\"Id\" : \"é 🚰 \\u0041 \u0001\" }\n\n");
        change(tx -> stores().policies().addVersion(tx, version));

        assertThat(findVersion(policy.name(), 1)).isEqualTo(version);
    }

    @Test
    default void listsVersionsByNumber() {
        Policy policy = aPolicy(HERE, "p", at(1));
        PolicyVersion second = aVersion(policy, 2, "b");
        PolicyVersion ninth = aVersion(policy, 9, "a");
        PolicyVersion tenth = aVersion(policy, 10, "c");
        change(tx -> {
            stores().policies().addVersion(tx, tenth);
            stores().policies().addVersion(tx, ninth);
            stores().policies().addVersion(tx, second);
            stores().policies().addVersion(tx, aVersion(aPolicy(HERE, "q", at(1)), 1, "x"));
            stores().policies().addVersion(tx, aVersion(aPolicy(OTHER_ACCOUNT, "p", at(1)), 1, "x"));
        });

        assertThat(versions(HERE, policy.name())).containsExactly(second, ninth, tenth);
    }

    @Test
    default void removesOneVersion() {
        Policy policy = aPolicy(HERE, "p", at(1));
        store(policy);
        change(tx -> stores().policies().addVersion(tx, aVersion(policy, 2, "b")));

        boolean isRemoved = transactions().write(tx -> stores().policies().removeVersion(tx, HERE, policy.name(), 1));
        boolean isRemovedAgain =
                transactions().write(tx -> stores().policies().removeVersion(tx, HERE, policy.name(), 1));

        assertThat(isRemoved).isTrue();
        assertThat(isRemovedAgain).isFalse();
        assertThat(versions(HERE, policy.name()))
                .extracting(PolicyVersion::number)
                .containsExactly(2);
    }

    @Test
    default void removesThePolicyOfThisTenantWithItsVersions() {
        Policy here = aPolicy(HERE, "p", at(1));
        Policy there = aPolicy(OTHER_REGION, "p", at(1));
        store(here, there);

        assertThat(remove(here.name())).isTrue();
        assertThat(remove(here.name())).isFalse();
        assertThat(versions(HERE, here.name())).isEmpty();
        assertThat(find(OTHER_REGION, there.name())).isEqualTo(there);
        assertThat(versions(OTHER_REGION, there.name())).hasSize(1);
    }

    @Test
    default void listsPoliciesByCreationInBothDirections() {
        Policy old = aPolicy(HERE, "z", at(1));
        Policy middle1 = aPolicy(HERE, "B", at(2));
        Policy middle2 = aPolicy(HERE, "a", at(2));
        Policy young = aPolicy(HERE, "c", at(10));
        store(middle2, young, old, middle1, aPolicy(OTHER_REGION, "d", at(3)));

        assertThat(all((tx, page) -> stores().policies().list(tx, HERE, true, page)))
                .containsExactly(old, middle1, middle2, young);
        assertThat(all((tx, page) -> stores().policies().list(tx, HERE, false, page)))
                .containsExactly(young, middle2, middle1, old);
    }

    @Test
    default void goesOnAfterAPolicyThatWasDeletedMeanwhile() {
        Policy old = aPolicy(HERE, "z", at(1));
        Policy young = aPolicy(HERE, "a", at(2));
        store(old, young);
        String after = read(tx -> stores().policies().list(tx, HERE, false, PageRequest.first(1)))
                .next();

        change(tx -> stores().policies().remove(tx, HERE, young.name()));

        assertThat(read(tx -> stores().policies().list(tx, HERE, false, new PageRequest(1, after)))
                        .items())
                .containsExactly(old);
    }

    @Test
    default void listsTheVersionInForceOfEveryPolicyByName() {
        Policy first = aPolicy(HERE, "b", at(1)).withNewVersion(true, at(2));
        Policy second = aPolicy(HERE, "a", at(5));
        Policy third = aPolicy(HERE, "c", at(5));
        store(first, second, third, aPolicy(OTHER_ACCOUNT, "a", at(1)));
        change(tx -> stores().policies().addVersion(tx, aVersion(first, 2, "new b")));

        assertThat(all((tx, page) -> stores().policies().listInForce(tx, HERE, page)))
                .containsExactly(aVersion(second, 1, "a"), aVersion(first, 2, "new b"), aVersion(third, 1, "c"));
    }

    private @Nullable Policy find(AccountRegion scope, PolicyName name) {
        return read(tx -> stores().policies().find(tx, scope, name));
    }

    private @Nullable PolicyVersion findVersion(PolicyName name, int number) {
        return read(tx -> stores().policies().findVersion(tx, HERE, name, number));
    }

    private List<PolicyVersion> versions(AccountRegion scope, PolicyName name) {
        return read(tx -> stores().policies().versions(tx, scope, name));
    }

    private boolean remove(PolicyName name) {
        return transactions().write(tx -> stores().policies().remove(tx, HERE, name));
    }
}
