// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import static io.fleetward.application.audit.AuditRecords.CHECK;
import static io.fleetward.application.audit.AuditRecords.NOON;
import static io.fleetward.application.audit.AuditRecords.OTHER_ACCOUNT;
import static io.fleetward.application.audit.AuditRecords.OTHER_CHECK;
import static io.fleetward.application.audit.AuditRecords.OTHER_REGION;
import static io.fleetward.application.audit.AuditRecords.SCOPE;
import static io.fleetward.application.audit.AuditRecords.aReport;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.audit.HubReports.Origin;
import io.fleetward.application.store.Transactions;
import io.fleetward.audit.CheckName;
import io.fleetward.audit.finding.HubReport;
import io.fleetward.kernel.AccountRegion;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link HubReports} promises. */
public abstract class HubReportsContract {
    protected abstract Transactions transactions();

    protected abstract HubReports reports();

    @Test
    void keepsEverythingInAReport() {
        put(aReport("a", "t1", NOON), aReport("b", "t1", NOON));

        assertThat(find(CHECK, "a", "c")).containsExactly(aReport("a", "t1", NOON));
        assertThat(find(OTHER_CHECK, "a")).isEmpty();
        assertThat(find(CHECK)).isEmpty();
    }

    @Test
    void replacesAReportByTheNext() {
        put(aReport("a", "t1", NOON));
        HubReport next = aReport("a", "t2", NOON.plusMillis(1)).archived(NOON);
        put(next);

        assertThat(find(CHECK, "a")).containsExactly(next);
    }

    @Test
    void namesActiveFaultsThatThisTaskDidNotReport() {
        HubReport summary = new HubReport(
                HubReport.Kind.SUMMARY,
                CHECK,
                "s",
                "t1",
                NOON,
                NOON,
                true,
                aReport("s", "t1", NOON).document());
        put(
                aReport("a", "t1", NOON),
                aReport("b", "t2", NOON),
                aReport("c", "t1", NOON).archived(NOON),
                summary,
                aReport("d", "t0", NOON));
        put(OTHER_REGION, aReport("e", "t1", NOON));

        assertThat(others(CHECK, 9)).extracting(HubReport::id).containsExactlyInAnyOrder("a", "d");
        assertThat(others(CHECK, 1)).hasSize(1);
        assertThat(others(OTHER_CHECK, 9)).isEmpty();
    }

    @Test
    void namesActiveFaultsByTheBeginningOfTheirIds() {
        put(
                aReport("1/P/open/1/x", "t1", NOON),
                aReport("1/P/open/2/x", "t2", NOON),
                aReport("1/P/open/3/x", "t1", NOON).archived(NOON),
                aReport("1/P/open-2/1/x", "t1", NOON),
                aReport("1/P/Open/1/x", "t1", NOON),
                aReport("1/P/ope", "t1", NOON));
        put(OTHER_REGION, aReport("1/P/open/4/x", "t1", NOON));

        assertThat(active(CHECK, "1/P/open/"))
                .extracting(HubReport::id)
                .containsExactlyInAnyOrder("1/P/open/1/x", "1/P/open/2/x");
        assertThat(active(OTHER_CHECK, "1/P/open/")).isEmpty();
    }

    @Test
    void forgetsOldReportsInBatches() {
        put(aReport("a", "t1", NOON), aReport("b", "t1", NOON), aReport("c", "t1", NOON.plusMillis(1)));
        put(OTHER_ACCOUNT, aReport("a", "t1", NOON));

        assertThat(removeOlder(2)).isEqualTo(2);
        assertThat(removeOlder(5)).isEqualTo(1);
        assertThat(removeOlder(5)).isZero();
        assertThat(find(CHECK, "a", "b", "c")).extracting(HubReport::id).containsExactly("c");
    }

    private void put(HubReport... put) {
        put(SCOPE, put);
    }

    private void put(AccountRegion scope, HubReport... put) {
        transactions().change(tx -> reports().put(tx, scope, List.of(put)));
    }

    private List<HubReport> find(CheckName check, String... ids) {
        return transactions().read(tx -> reports().find(tx, SCOPE, check, List.of(ids)));
    }

    private List<HubReport> others(CheckName check, int limit) {
        return transactions().read(tx -> reports().activeFromOtherTasks(tx, SCOPE, new Origin(check, "t2"), limit));
    }

    private List<HubReport> active(CheckName check, String idPrefix) {
        return transactions().read(tx -> reports().active(tx, SCOPE, check, idPrefix));
    }

    private int removeOlder(int limit) {
        return transactions().write(tx -> reports().removeUpdatedBefore(tx, NOON.plusMillis(1), limit));
    }
}
