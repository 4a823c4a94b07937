// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect;

import io.fleetward.application.registry.InMemoryPages;
import io.fleetward.application.registry.ScopedKey;
import io.fleetward.application.store.InMemoryTable;
import io.fleetward.application.store.Tx;
import io.fleetward.detect.profile.ProfileTarget;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.util.List;

/** Attachments of security profiles in memory. */
public final class InMemoryProfileTargets implements ProfileTargets {
    private record Row(AccountRegion scope, Attachment attachment) {}

    private final InMemoryTable<ScopedKey, Row> rows = new InMemoryTable<>();

    private static ScopedKey key(AccountRegion scope, Attachment attachment) {
        return ScopedKey.of(scope, attachment.target().arn(scope), attachment.profile());
    }

    @Override
    public void attach(Tx tx, AccountRegion scope, Attachment attachment) {
        rows.put(tx, key(scope, attachment), new Row(scope, attachment));
    }

    @Override
    public void detach(Tx tx, AccountRegion scope, Attachment attachment) {
        rows.remove(tx, key(scope, attachment));
    }

    @Override
    public void detachAll(Tx tx, AccountRegion scope, String profile) {
        all(tx, scope).stream()
                .filter(attachment -> attachment.profile().equals(profile))
                .forEach(attachment -> detach(tx, scope, attachment));
    }

    @Override
    public Page<ProfileTarget> targetsOf(Tx tx, AccountRegion scope, String profile, PageRequest page) {
        List<ProfileTarget> targets = all(tx, scope).stream()
                .filter(attachment -> attachment.profile().equals(profile))
                .map(Attachment::target)
                .toList();
        return InMemoryPages.byKey(targets, target -> target.arn(scope).toString(), page);
    }

    @Override
    public List<String> profilesOf(Tx tx, AccountRegion scope, ProfileTarget target) {
        return all(tx, scope).stream()
                .filter(attachment -> attachment.target().equals(target))
                .map(Attachment::profile)
                .toList();
    }

    @Override
    public List<Attachment> all(Tx tx, AccountRegion scope) {
        return rows.all(tx).stream()
                .filter(row -> row.scope().equals(scope))
                .map(Row::attachment)
                .toList();
    }
}
