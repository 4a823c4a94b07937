// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.audit.NewestFirst;
import io.fleetward.application.store.InMemoryTable;
import io.fleetward.application.store.Tx;
import io.fleetward.hub.automation.RuleApplication;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Applications of rules in a sorted table. */
public final class InMemoryRuleApplications implements RuleApplications {
    private record Key(AccountRegion scope, String id) implements Comparable<Key> {
        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::scope).thenComparing(Key::id);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    private record Row(AccountRegion scope, RuleApplication application) {}

    private final InMemoryTable<Key, Row> rows = new InMemoryTable<>();

    @Override
    public @Nullable RuleApplication find(Tx tx, AccountRegion scope, String id) {
        Row row = rows.get(tx, new Key(scope, id));
        return row == null ? null : row.application();
    }

    @Override
    public void put(Tx tx, AccountRegion scope, RuleApplication application) {
        rows.put(tx, new Key(scope, application.id()), new Row(scope, application));
    }

    @Override
    public List<RuleApplication> inProgress(Tx tx, AccountRegion scope) {
        return all(tx, scope).stream()
                .filter(RuleApplication::isInProgress)
                .sorted(Comparator.comparing(RuleApplication::startedAt).thenComparing(RuleApplication::id))
                .toList();
    }

    @Override
    public List<AccountRegion> scopesInProgress(Tx tx) {
        return rows.all(tx).stream()
                .filter(row -> row.application().isInProgress())
                .map(Row::scope)
                .distinct()
                .toList();
    }

    @Override
    public Page<RuleApplication> list(Tx tx, AccountRegion scope, PageRequest page) {
        NewestFirst after = page.after() == null ? null : NewestFirst.parse(page.after());
        List<RuleApplication> rest = all(tx, scope).stream()
                .sorted(Comparator.comparing(InMemoryRuleApplications::place))
                .filter(application -> after == null || place(application).compareTo(after) > 0)
                .toList();
        return Page.cut(rest, page.limit(), application -> place(application).key());
    }

    @Override
    public void removeEndedBefore(Tx tx, AccountRegion scope, Instant moment) {
        for (RuleApplication application : all(tx, scope)) {
            Instant endedAt = application.endedAt();
            if (endedAt != null && endedAt.isBefore(moment)) {
                rows.remove(tx, new Key(scope, application.id()));
            }
        }
    }

    @Override
    public void removeAll(Tx tx, AccountRegion scope) {
        all(tx, scope).forEach(application -> rows.remove(tx, new Key(scope, application.id())));
    }

    private List<RuleApplication> all(Tx tx, AccountRegion scope) {
        return rows.all(tx).stream()
                .filter(row -> row.scope().equals(scope))
                .map(Row::application)
                .toList();
    }

    private static NewestFirst place(RuleApplication application) {
        return new NewestFirst(application.startedAt(), application.id());
    }
}
