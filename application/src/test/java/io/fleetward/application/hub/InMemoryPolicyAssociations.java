// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.store.InMemoryTable;
import io.fleetward.application.store.Tx;
import io.fleetward.hub.central.PolicyAssociation;
import io.fleetward.hub.central.PolicyTarget;
import io.fleetward.kernel.AccountId;
import io.fleetward.kernel.AccountRegion;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Associations in a sorted table. */
public final class InMemoryPolicyAssociations implements PolicyAssociations {
    private record Key(AccountRegion administrator, String target) implements Comparable<Key> {
        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::administrator).thenComparing(Key::target);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    private final InMemoryTable<Key, Kept> rows = new InMemoryTable<>();

    @Override
    public @Nullable PolicyAssociation find(Tx tx, AccountRegion administrator, PolicyTarget target) {
        Kept kept = rows.get(tx, new Key(administrator, target.id()));
        return kept == null ? null : kept.association();
    }

    @Override
    public List<Kept> about(Tx tx, AccountId account) {
        return rows.all(tx).stream()
                .filter(kept -> kept.association().target().equals(PolicyTarget.of(account)))
                .toList();
    }

    @Override
    public List<PolicyAssociation> all(Tx tx, AccountRegion administrator) {
        return rows.all(tx).stream()
                .filter(kept -> kept.administrator().equals(administrator))
                .map(Kept::association)
                .toList();
    }

    @Override
    public List<PolicyAssociation> pending(Tx tx, AccountRegion administrator, int limit) {
        return all(tx, administrator).stream()
                .filter(InMemoryPolicyAssociations::isWaiting)
                .limit(limit)
                .toList();
    }

    @Override
    public List<AccountRegion> administratorsWith(Tx tx, PolicyAssociation.Status status) {
        return rows.all(tx).stream()
                .filter(kept -> kept.association().status() == status
                        && !kept.association().target().isRoot())
                .map(Kept::administrator)
                .distinct()
                .toList();
    }

    @Override
    public void put(Tx tx, AccountRegion administrator, Collection<PolicyAssociation> associations) {
        associations.forEach(association ->
                rows.put(tx, new Key(administrator, association.target().id()), new Kept(administrator, association)));
    }

    @Override
    public void remove(Tx tx, AccountRegion administrator, Collection<PolicyTarget> targets) {
        targets.forEach(target -> rows.remove(tx, new Key(administrator, target.id())));
    }

    @Override
    public void removeAll(Tx tx, AccountRegion administrator) {
        List<PolicyTarget> targets =
                all(tx, administrator).stream().map(PolicyAssociation::target).toList();
        remove(tx, administrator, targets);
    }

    private static boolean isWaiting(PolicyAssociation association) {
        return association.isPending() && !association.target().isRoot();
    }
}
