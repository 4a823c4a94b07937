// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.audit.CheckName;
import io.fleetward.audit.check.AuditChecks;
import io.fleetward.hub.finding.SeverityLabel;
import io.fleetward.hub.standard.SecurityControl;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuditControlsTest {
    @Test
    void hasAControlForEveryCheck() {
        List<SecurityControl> controls = AuditControls.of(AuditChecks.built());
        assertThat(controls)
                .extracting(control -> new CheckName(((SecurityControl.Audit) control.basis()).checkName()))
                .containsExactlyInAnyOrderElementsOf(AuditChecks.built().names());
        assertThat(controls).extracting(SecurityControl::id).doesNotHaveDuplicates();
        assertThat(controls).noneMatch(SecurityControl::demandsTags);
    }

    @Test
    void takesTitleAndSeverityFromTheCheck() {
        SecurityControl policies = AuditControls.of(AuditChecks.built()).get(1);
        assertThat(policies.id()).isEqualTo("DeviceDefender.2");
        assertThat(policies.title()).endsWith("IoT policies overly permissive");
        assertThat(policies.description()).contains("IOT_POLICY_OVERLY_PERMISSIVE_CHECK");
        assertThat(policies.severity()).isEqualTo(SeverityLabel.CRITICAL);
    }
}
