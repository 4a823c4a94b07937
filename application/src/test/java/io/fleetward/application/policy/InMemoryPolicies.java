// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.policy;

import io.fleetward.application.registry.InMemoryPages;
import io.fleetward.application.registry.ScopedKey;
import io.fleetward.application.registry.certificate.CreationOrder;
import io.fleetward.application.store.InMemoryTable;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.policy.Policy;
import io.fleetward.policy.PolicyName;
import io.fleetward.policy.PolicyVersion;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Policies and their versions in memory. */
public final class InMemoryPolicies implements Policies {
    private final InMemoryTable<ScopedKey, Policy> policies = new InMemoryTable<>();
    private final InMemoryTable<ScopedKey, PolicyVersion> versions = new InMemoryTable<>();

    /** Empty stores in memory. */
    public static PolicyStores stores() {
        var policies = new InMemoryPolicies();
        return new PolicyStores(policies, new InMemoryPolicyAttachments(policies));
    }

    @Override
    public @Nullable Policy find(Tx tx, AccountRegion scope, PolicyName name) {
        return policies.get(tx, ScopedKey.of(scope, name));
    }

    @Override
    public void put(Tx tx, Policy policy) {
        policies.put(tx, ScopedKey.of(policy.scope(), policy.name()), policy);
    }

    @Override
    public boolean remove(Tx tx, AccountRegion scope, PolicyName name) {
        versions(tx, scope, name).forEach(version -> removeVersion(tx, scope, name, version.number()));
        return policies.remove(tx, ScopedKey.of(scope, name));
    }

    @Override
    public Page<Policy> list(Tx tx, AccountRegion scope, boolean isAscending, PageRequest page) {
        return CreationOrder.page(
                ofScope(tx, scope),
                policy -> new CreationOrder(policy.createdAt(), policy.name().value()),
                isAscending,
                page);
    }

    @Override
    public Page<PolicyVersion> listInForce(Tx tx, AccountRegion scope, PageRequest page) {
        List<PolicyVersion> inForce = ofScope(tx, scope).stream()
                .map(policy -> findVersion(tx, scope, policy.name(), policy.defaultVersion()))
                .filter(Objects::nonNull)
                .toList();
        return InMemoryPages.byKey(inForce, version -> version.policy().value(), page);
    }

    @Override
    public void addVersion(Tx tx, PolicyVersion version) {
        versions.put(tx, ScopedKey.of(version.scope(), version.policy(), version.number()), version);
    }

    @Override
    public @Nullable PolicyVersion findVersion(Tx tx, AccountRegion scope, PolicyName name, int number) {
        return versions.get(tx, ScopedKey.of(scope, name, number));
    }

    @Override
    public List<PolicyVersion> versions(Tx tx, AccountRegion scope, PolicyName name) {
        return versions.all(tx).stream()
                .filter(version ->
                        version.scope().equals(scope) && version.policy().equals(name))
                .sorted(Comparator.comparingInt(PolicyVersion::number))
                .toList();
    }

    @Override
    public boolean removeVersion(Tx tx, AccountRegion scope, PolicyName name, int number) {
        return versions.remove(tx, ScopedKey.of(scope, name, number));
    }

    private List<Policy> ofScope(Tx tx, AccountRegion scope) {
        return policies.all(tx).stream()
                .filter(policy -> policy.scope().equals(scope))
                .toList();
    }
}
