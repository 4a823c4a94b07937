// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import static io.fleetward.application.audit.AuditRig.SCOPE;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.audit.ReportedFindings.FindingFilter;
import io.fleetward.audit.view.FixedView;
import io.fleetward.kernel.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AuditRetentionTest {
    private static final FindingFilter EVERY = new FindingFilter(null, Instant.EPOCH, null, null, Map.of(), null);

    private final AuditRig rig = new AuditRig();
    private final AuditRetention retention = new AuditRetention(rig.store, rig.continuous, rig.timers, rig.clock);

    @Test
    void forgetsTasksFindingsAndReportsAfterNinetyDays() {
        rig.enableAll();
        String id = rig.audit().id();
        retention.start();
        rig.timers.advance(Duration.ofDays(90));
        assertThat(findings()).isEqualTo(1);

        rig.timers.advance(Duration.ofHours(6));

        assertThat(findings()).isZero();
        assertThat(isKept(id)).isFalse();
        rig.audit();
        assertThat(rig.hub.getLast().has("Workflow")).isTrue();
    }

    @Test
    void keepsGoingUntilNothingOldIsLeft() {
        String open = "{\"Version\":\"2012-10-17\",\"Statement\":"
                + "{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}}";
        rig.enableAll();
        FixedView[] view = {rig.view};
        IntStream.range(0, 1001).forEach(number -> view[0] = view[0].withPolicy("Open" + number, open));
        rig.view = view[0];
        rig.audit();
        rig.clock.advance(Duration.ofDays(91));

        retention.start();

        assertThat(findings()).isZero();
    }

    private int findings() {
        return rig.store
                .transactions()
                .read(tx -> rig.store.findings().list(tx, SCOPE, EVERY, PageRequest.first(9999)))
                .items()
                .size();
    }

    private boolean isKept(String taskId) {
        return rig.store.transactions().read(tx -> rig.store.tasks().find(tx, SCOPE, taskId) != null);
    }
}
