// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.policy;

import io.fleetward.application.registry.ScopedKey;
import io.fleetward.application.registry.certificate.CreationOrder;
import io.fleetward.application.store.InMemoryTable;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Arn;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.policy.PolicyName;
import io.fleetward.policy.PolicyVersion;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Attachments of policies in memory. */
public final class InMemoryPolicyAttachments implements PolicyAttachments {
    private final InMemoryTable<ScopedKey, PolicyAttachment> rows = new InMemoryTable<>();
    private final Policies policies;

    public InMemoryPolicyAttachments(Policies policies) {
        this.policies = policies;
    }

    @Override
    public boolean isAttached(Tx tx, AccountRegion scope, PolicyName policy, PolicyTarget target) {
        return rows.get(tx, ScopedKey.of(scope, policy, target.text())) != null;
    }

    @Override
    public void add(Tx tx, PolicyAttachment attachment) {
        rows.put(
                tx,
                ScopedKey.of(
                        attachment.scope(),
                        attachment.policy(),
                        attachment.target().text()),
                attachment);
    }

    @Override
    public boolean remove(Tx tx, AccountRegion scope, PolicyName policy, PolicyTarget target) {
        return rows.remove(tx, ScopedKey.of(scope, policy, target.text()));
    }

    @Override
    public List<PolicyAttachment> ofTargets(Tx tx, AccountRegion scope, Collection<PolicyTarget> targets) {
        return those(tx, scope, row -> targets.contains(row.target()))
                .sorted(Comparator.comparing(PolicyAttachment::attachedAt).thenComparing(PolicyAttachment::policy))
                .toList();
    }

    @Override
    public Page<PolicyAttachment> ofPolicy(
            Tx tx, AccountRegion scope, PolicyName policy, TargetFilter filter, PageRequest page) {
        List<PolicyAttachment> found = those(tx, scope, row -> row.policy().equals(policy))
                .filter(row -> row.target().isPrincipal() || !filter.isPrincipalsOnly())
                .toList();
        return CreationOrder.page(found, PolicyAttachment::amongTargets, filter.isAscending(), page);
    }

    @Override
    public List<PolicyVersion> inForce(Tx tx, AccountRegion scope, Collection<PolicyTarget> targets) {
        return ofTargets(tx, scope, targets).stream()
                .map(PolicyAttachment::policy)
                .distinct()
                .sorted()
                .map(name -> policies.find(tx, scope, name))
                .filter(Objects::nonNull)
                .map(policy -> policies.findVersion(tx, scope, policy.name(), policy.defaultVersion()))
                .filter(Objects::nonNull)
                .toList();
    }

    @Override
    public int count(Tx tx, AccountRegion scope, Arn target) {
        return Math.toIntExact(those(tx, scope, row -> row.target().text().equals(target.toString()))
                .count());
    }

    @Override
    public void detachAll(Tx tx, AccountRegion scope, Arn target) {
        those(tx, scope, row -> row.target().text().equals(target.toString()))
                .forEach(row -> remove(tx, scope, row.policy(), row.target()));
    }

    private Stream<PolicyAttachment> those(Tx tx, AccountRegion scope, Predicate<PolicyAttachment> fits) {
        return rows.all(tx).stream().filter(row -> row.scope().equals(scope)).filter(fits);
    }
}
