// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import static io.fleetward.application.audit.AuditRecords.CHECK;
import static io.fleetward.application.audit.AuditRecords.OTHER_ACCOUNT;
import static io.fleetward.application.audit.AuditRecords.OTHER_CHECK;
import static io.fleetward.application.audit.AuditRecords.OTHER_REGION;
import static io.fleetward.application.audit.AuditRecords.SCOPE;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.store.Transactions;
import io.fleetward.audit.check.CheckSettings;
import io.fleetward.audit.configuration.AuditConfiguration;
import io.fleetward.audit.configuration.CheckConfiguration;
import io.fleetward.audit.configuration.NotificationTarget;
import io.fleetward.kernel.AccountRegion;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link AuditConfigurations} promises. */
public abstract class AuditConfigurationsContract {
    private static final String ROLE = "arn:aws:iam::111122223333:role/audit";
    private static final AuditConfiguration PLAIN = new AuditConfiguration(ROLE, null, Map.of());
    private static final AuditConfiguration FULL = new AuditConfiguration(
            ROLE,
            new NotificationTarget("arn:aws:sns:eu-west-1:111122223333:audits", null, true),
            Map.of(
                    CHECK, new CheckConfiguration(true, CheckSettings.DEFAULTS),
                    OTHER_CHECK, new CheckConfiguration(false, new CheckSettings(Map.of("DAYS", 90)))));

    protected abstract Transactions transactions();

    protected abstract AuditConfigurations configurations();

    @Test
    void hasNoneAtFirst() {
        assertThat(find(SCOPE)).isNull();
    }

    @Test
    void keepsEverythingInAConfiguration() {
        put(SCOPE, FULL);

        assertThat(find(SCOPE)).isEqualTo(FULL);
    }

    @Test
    void keepsWhatWasNeverSetAsSuch() {
        put(SCOPE, PLAIN);

        assertThat(find(SCOPE)).isEqualTo(PLAIN);
    }

    @Test
    void replacesAConfiguration() {
        put(SCOPE, FULL);
        put(SCOPE, PLAIN);

        assertThat(find(SCOPE)).isEqualTo(PLAIN);
    }

    @Test
    void removesOnceAndSaysSo() {
        put(SCOPE, PLAIN);

        assertThat(remove(SCOPE)).isTrue();
        assertThat(remove(SCOPE)).isFalse();
        assertThat(find(SCOPE)).isNull();
    }

    @Test
    void keepsAccountsAndRegionsApart() {
        put(SCOPE, FULL);
        put(OTHER_REGION, PLAIN);

        assertThat(find(OTHER_ACCOUNT)).isNull();
        assertThat(remove(OTHER_REGION)).isTrue();
        assertThat(find(SCOPE)).isEqualTo(FULL);
    }

    private @Nullable AuditConfiguration find(AccountRegion scope) {
        return transactions()
                .<@Nullable AuditConfiguration>read(tx -> configurations().find(tx, scope));
    }

    private void put(AccountRegion scope, AuditConfiguration configuration) {
        transactions().change(tx -> configurations().put(tx, scope, configuration));
    }

    private boolean remove(AccountRegion scope) {
        return transactions().write(tx -> configurations().remove(tx, scope));
    }
}
