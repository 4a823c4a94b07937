// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import static io.fleetward.application.audit.AuditRecords.NOON;
import static io.fleetward.application.audit.AuditRecords.OTHER_ACCOUNT;
import static io.fleetward.application.audit.AuditRecords.OTHER_REGION;
import static io.fleetward.application.audit.AuditRecords.SCOPE;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.audit.CustomChecks.Kept;
import io.fleetward.application.store.Transactions;
import io.fleetward.audit.CheckName;
import io.fleetward.audit.ReasonCode;
import io.fleetward.audit.Severity;
import io.fleetward.audit.custom.CheckTemplates;
import io.fleetward.audit.custom.CustomCheck;
import io.fleetward.audit.custom.SubjectType;
import io.fleetward.kernel.AccountRegion;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link CustomChecks} promises. */
public abstract class CustomChecksContract {
    private static final Kept SAMPLE = new Kept(
            new CustomCheck(
                    new CheckName("CUSTOM_SAMPLE"),
                    "A title: 'quoted'",
                    "",
                    Severity.HIGH,
                    SubjectType.CA_CERTIFICATE,
                    "authority.keyBits < 1\n  || true",
                    new ReasonCode("SAMPLE"),
                    "Für jeden Grund.",
                    "Mend it."),
            NOON,
            NOON.plusMillis(1));

    protected abstract Transactions transactions();

    protected abstract CustomChecks checks();

    @Test
    void keepsEverythingThatIsSaidOfACheck() {
        put(SCOPE, SAMPLE);

        assertThat(find(SCOPE, SAMPLE)).isEqualTo(SAMPLE);
    }

    @Test
    void replacesTheCheckOfAName() {
        put(SCOPE, SAMPLE);
        CustomCheck old = SAMPLE.check();
        var next = new Kept(
                new CustomCheck(
                        old.name(),
                        "Another",
                        "Why",
                        Severity.LOW,
                        SubjectType.THING,
                        "false",
                        new ReasonCode("OTHER"),
                        "So.",
                        ""),
                NOON,
                NOON.plusSeconds(5));
        put(SCOPE, next);

        assertThat(find(SCOPE, SAMPLE)).isEqualTo(next);
        assertThat(of(SCOPE)).containsExactly(next);
    }

    @Test
    void listsByName() {
        List<Kept> all = CheckTemplates.ALL.stream()
                .map(template -> new Kept(template, NOON, NOON))
                .toList();
        all.reversed().forEach(kept -> put(SCOPE, kept));

        assertThat(of(SCOPE))
                .extracting(kept -> kept.check().name())
                .hasSameSizeAs(all)
                .isSorted();
    }

    @Test
    void keepsTheChecksOfAccountsAndRegionsApart() {
        put(SCOPE, SAMPLE);

        assertThat(find(OTHER_ACCOUNT, SAMPLE)).isNull();
        assertThat(of(OTHER_REGION)).isEmpty();
        assertThat(remove(OTHER_ACCOUNT, SAMPLE)).isFalse();
        assertThat(find(SCOPE, SAMPLE)).isEqualTo(SAMPLE);
    }

    @Test
    void removesACheckOnce() {
        put(SCOPE, SAMPLE);

        assertThat(remove(SCOPE, SAMPLE)).isTrue();
        assertThat(remove(SCOPE, SAMPLE)).isFalse();
        assertThat(find(SCOPE, SAMPLE)).isNull();
    }

    private void put(AccountRegion scope, Kept kept) {
        transactions().change(tx -> checks().put(tx, scope, kept));
    }

    private @Nullable Kept find(AccountRegion scope, Kept kept) {
        return transactions().read(tx -> checks().find(tx, scope, kept.check().name()));
    }

    private boolean remove(AccountRegion scope, Kept kept) {
        return transactions()
                .write(tx -> checks().remove(tx, scope, kept.check().name()));
    }

    private List<Kept> of(AccountRegion scope) {
        return transactions().read(tx -> checks().of(tx, scope));
    }
}
