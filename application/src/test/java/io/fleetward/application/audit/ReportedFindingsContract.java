// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import static io.fleetward.application.audit.AuditRecords.CHECK;
import static io.fleetward.application.audit.AuditRecords.NOON;
import static io.fleetward.application.audit.AuditRecords.OTHER_ACCOUNT;
import static io.fleetward.application.audit.AuditRecords.OTHER_CHECK;
import static io.fleetward.application.audit.AuditRecords.OTHER_REGION;
import static io.fleetward.application.audit.AuditRecords.SCOPE;
import static io.fleetward.application.audit.AuditRecords.aFinding;
import static io.fleetward.application.audit.AuditRecords.aFindingOnPolicy;
import static io.fleetward.application.audit.AuditRecords.aFindingWithRelated;
import static io.fleetward.application.audit.AuditRecords.suppressed;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.audit.ReportedFindings.FindingFilter;
import io.fleetward.application.store.Transactions;
import io.fleetward.audit.AuditedResource;
import io.fleetward.audit.CheckName;
import io.fleetward.audit.finding.AuditFinding;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link ReportedFindings} promises. */
public abstract class ReportedFindingsContract {
    private static final FindingFilter ALL = new FindingFilter(null, NOON, null, null, Map.of(), null);

    protected abstract Transactions transactions();

    protected abstract ReportedFindings findings();

    @Test
    void keepsEverythingInAFinding() {
        AuditFinding finding = aFindingWithRelated("f1", 2);
        add(finding, suppressed(aFinding("f2", "task", NOON)));

        assertThat(find(SCOPE, "f1")).isEqualTo(finding);
        assertThat(find(SCOPE, "f2")).isEqualTo(suppressed(aFinding("f2", "task", NOON)));
        assertThat(find(SCOPE, "f3")).isNull();
    }

    @Test
    void showsTenRelatedResourcesAndPagesOverAll() {
        AuditFinding finding = aFindingWithRelated("f1", 23);
        add(finding, aFindingWithRelated("f2", 1));

        assertThat(found("f1").related()).isEqualTo(finding.related().subList(0, 10));
        assertThat(list(ALL)).containsExactly(found("f1"), found("f2"));
        var seen = new ArrayList<AuditedResource>();
        Page<AuditedResource> page = related("f1", PageRequest.first(9));
        seen.addAll(page.items());
        while (page.next() != null) {
            page = related("f1", new PageRequest(9, page.next()));
            seen.addAll(page.items());
        }
        assertThat(seen).isEqualTo(finding.related());
    }

    @Test
    void listsNewestFirstPageByPageWithoutRepeating() {
        add(aFinding("a", "task", NOON), aFinding("d", "task", NOON.plusMillis(2)));
        add(aFinding("c", "task", NOON), aFinding("b", "task", NOON));

        var seen = new ArrayList<String>();
        Page<AuditFinding> page = page(ALL, PageRequest.first(2));
        page.items().forEach(finding -> seen.add(finding.id()));
        // A finding that is reported between two pages does not shift the second one.
        add(aFinding("e", "task", NOON.plusMillis(3)));
        while (page.next() != null) {
            page = page(ALL, new PageRequest(2, page.next()));
            page.items().forEach(finding -> seen.add(finding.id()));
        }

        assertThat(seen).containsExactly("d", "a", "b", "c");
    }

    @Test
    void listsByTaskCheckIntervalAndSuppression() {
        add(
                aFinding("a", "t1", NOON),
                aFinding("b", "t2", NOON.plusMillis(1)),
                suppressed(aFinding("c", "t2", NOON.plusMillis(2))));

        assertThat(ids(new FindingFilter("t2", NOON, null, null, Map.of(), null)))
                .containsExactly("c", "b");
        assertThat(ids(new FindingFilter(null, NOON, NOON.plusMillis(1), null, Map.of(), null)))
                .containsExactly("b", "a");
        assertThat(ids(new FindingFilter(null, NOON.plusMillis(1), null, null, Map.of(), null)))
                .containsExactly("c", "b");
        assertThat(ids(new FindingFilter(null, NOON, null, OTHER_CHECK, Map.of(), null)))
                .containsExactly("c");
        assertThat(ids(new FindingFilter(null, NOON, null, null, Map.of(), true)))
                .containsExactly("c");
        assertThat(ids(new FindingFilter(null, NOON, null, null, Map.of(), false)))
                .containsExactly("b", "a");
    }

    @Test
    void listsByMembersOfTheResource() {
        add(aFindingOnPolicy("a", "Open"), aFindingOnPolicy("b", "OpenAlso"), aFindingOnPolicy("c", "O_en"));

        assertThat(ids(resource(Map.of("policyName", "Open")))).containsExactly("a");
        assertThat(ids(resource(Map.of("policyName", "O_en", "policyVersionId", "3"))))
                .containsExactly("c");
        assertThat(ids(resource(Map.of("policyName", "Open", "policyVersionId", "2"))))
                .isEmpty();
        assertThat(ids(resource(Map.of("clientId", "Open")))).isEmpty();
    }

    @Test
    void removesWhatOneCheckOfOneTaskReported() {
        add(aFinding("a", "t1", NOON), aFinding("b", "t2", NOON), suppressed(aFinding("c", "t1", NOON)));
        add(OTHER_REGION, aFinding("d", "t1", NOON));
        remove("t1", CHECK);

        assertThat(ids(ALL)).containsExactly("b", "c");
        assertThat(find(OTHER_REGION, "d")).isNotNull();
    }

    @Test
    void removesWhatOneCheckOfOneTaskReportedOnOneResource() {
        AuditFinding finding = aFinding("a", "t1", NOON);
        add(finding, aFinding("b", "t2", NOON));
        Map<String, String> members = finding.resource().identifier().members();

        remove("t1", Map.of(members.keySet().iterator().next(), "another"));
        assertThat(ids(ALL)).containsExactlyInAnyOrder("a", "b");
        remove("t1", members);
        assertThat(ids(ALL)).containsExactly("b");
    }

    @Test
    void removesRelatedResourcesWithTheirFinding() {
        add(aFindingWithRelated("a", 3));
        remove("task", CHECK);

        assertThat(related("a", PageRequest.first(9)).items()).isEmpty();
    }

    @Test
    void forgetsOldFindingsInBatches() {
        add(aFindingWithRelated("a", 2), aFinding("b", "t1", NOON), aFinding("c", "t1", NOON.plusMillis(1)));
        add(OTHER_ACCOUNT, aFinding("d", "t1", NOON));

        assertThat(removeOlder(2)).isEqualTo(2);
        assertThat(removeOlder(5)).isEqualTo(1);
        assertThat(removeOlder(5)).isZero();
        assertThat(ids(ALL)).containsExactly("c");
    }

    @Test
    void keepsAccountsAndRegionsApart() {
        add(aFinding("a", "t1", NOON));

        assertThat(find(OTHER_REGION, "a")).isNull();
        assertThat(find(OTHER_ACCOUNT, "a")).isNull();
    }

    private static FindingFilter resource(Map<String, String> members) {
        return new FindingFilter(null, NOON, null, null, members, null);
    }

    private void add(AuditFinding... added) {
        add(SCOPE, added);
    }

    private void add(AccountRegion scope, AuditFinding... added) {
        transactions().change(tx -> findings().add(tx, scope, List.of(added)));
    }

    private @Nullable AuditFinding find(AccountRegion scope, String id) {
        return transactions().<@Nullable AuditFinding>read(tx -> findings().find(tx, scope, id));
    }

    private AuditFinding found(String id) {
        return Objects.requireNonNull(find(SCOPE, id));
    }

    private Page<AuditFinding> page(FindingFilter filter, PageRequest page) {
        return transactions().read(tx -> findings().list(tx, SCOPE, filter, page));
    }

    private List<AuditFinding> list(FindingFilter filter) {
        return page(filter, PageRequest.first(250)).items();
    }

    private List<String> ids(FindingFilter filter) {
        return list(filter).stream().map(AuditFinding::id).toList();
    }

    private Page<AuditedResource> related(String id, PageRequest page) {
        return transactions().read(tx -> findings().related(tx, SCOPE, id, page));
    }

    private void remove(String taskId, Map<String, String> resource) {
        transactions().change(tx -> findings().remove(tx, SCOPE, taskId, CHECK, resource));
    }

    private void remove(String taskId, CheckName check) {
        transactions().change(tx -> findings().remove(tx, SCOPE, taskId, check));
    }

    private int removeOlder(int limit) {
        return transactions().write(tx -> findings().removeFoundBefore(tx, NOON.plusMillis(1), limit));
    }
}
