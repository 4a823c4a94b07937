// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import static io.fleetward.application.audit.AuditRecords.OTHER_ACCOUNT;
import static io.fleetward.application.audit.AuditRecords.OTHER_REGION;
import static io.fleetward.application.audit.AuditRecords.SCOPE;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.audit.AuditChanges.Noted;
import io.fleetward.application.store.Transactions;
import io.fleetward.audit.ResourceType;
import io.fleetward.kernel.AccountRegion;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link AuditChanges} promises. */
public abstract class AuditChangesContract {
    private static final ChangedResource POLICY = new ChangedResource(ResourceType.IOT_POLICY, "Open");
    private static final ChangedResource OTHER_POLICY = new ChangedResource(ResourceType.IOT_POLICY, "Other");
    private static final ChangedResource CERTIFICATE = new ChangedResource(ResourceType.DEVICE_CERTIFICATE, "c1");

    protected abstract Transactions transactions();

    protected abstract AuditChanges changes();

    @Test
    void tellsChangesInTheOrderInWhichTheyWereNoted() {
        add(SCOPE, POLICY, CERTIFICATE, POLICY);

        assertThat(waiting(SCOPE, false, 10)).extracting(Noted::resource).containsExactly(POLICY, CERTIFICATE, POLICY);
        assertThat(waiting(SCOPE, false, 10))
                .extracting(Noted::sequence)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(waiting(SCOPE, false, 2)).extracting(Noted::resource).containsExactly(POLICY, CERTIFICATE);
    }

    @Test
    void tellsDeferredChangesOnRequestOnly() {
        add(SCOPE, POLICY, CERTIFICATE);
        defer(SCOPE, waiting(SCOPE, false, 1));

        assertThat(waiting(SCOPE, false, 10)).extracting(Noted::resource).containsExactly(CERTIFICATE);
        assertThat(waiting(SCOPE, true, 10)).extracting(Noted::resource).containsExactly(POLICY, CERTIFICATE);
    }

    @Test
    void forgetsWhatIsRemovedAndNothingElse() {
        add(SCOPE, POLICY, OTHER_POLICY);
        remove(SCOPE, waiting(SCOPE, true, 1));
        add(SCOPE, CERTIFICATE);

        assertThat(waiting(SCOPE, true, 10)).extracting(Noted::resource).containsExactly(OTHER_POLICY, CERTIFICATE);
    }

    @Test
    void keepsAccountsAndRegionsApart() {
        add(SCOPE, POLICY);
        add(OTHER_ACCOUNT, CERTIFICATE);
        List<Noted> others = waiting(OTHER_ACCOUNT, true, 10);
        remove(SCOPE, others);
        defer(SCOPE, others);

        assertThat(waiting(OTHER_ACCOUNT, false, 10)).isEqualTo(others);
        assertThat(waiting(OTHER_REGION, true, 10)).isEmpty();
        assertThat(transactions().read(changes()::scopesWaiting)).containsExactlyInAnyOrder(SCOPE, OTHER_ACCOUNT);
    }

    @Test
    void isOnUntilTurnedOff() {
        assertThat(isOn(SCOPE)).isTrue();

        setOn(SCOPE, false);
        setOn(SCOPE, false);
        assertThat(isOn(SCOPE)).isFalse();
        assertThat(isOn(OTHER_REGION)).isTrue();
        assertThat(isOn(OTHER_ACCOUNT)).isTrue();

        setOn(SCOPE, true);
        setOn(SCOPE, true);
        assertThat(isOn(SCOPE)).isTrue();
    }

    private void add(AccountRegion scope, ChangedResource... resources) {
        transactions()
                .change(tx -> List.of(resources).forEach(resource -> changes().add(tx, scope, resource)));
    }

    private List<Noted> waiting(AccountRegion scope, boolean withDeferred, int limit) {
        return transactions().read(tx -> changes().waiting(tx, scope, withDeferred, limit));
    }

    private void defer(AccountRegion scope, List<Noted> which) {
        transactions()
                .change(tx -> changes()
                        .defer(tx, scope, which.stream().map(Noted::sequence).toList()));
    }

    private void remove(AccountRegion scope, List<Noted> which) {
        transactions()
                .change(tx -> changes()
                        .remove(tx, scope, which.stream().map(Noted::sequence).toList()));
    }

    private boolean isOn(AccountRegion scope) {
        return transactions().read(tx -> changes().isOn(tx, scope));
    }

    private void setOn(AccountRegion scope, boolean isOn) {
        transactions().change(tx -> changes().setOn(tx, scope, isOn));
    }
}
