// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.check;

import static io.fleetward.audit.view.CertificateFactsBuilder.NOW;
import static io.fleetward.audit.view.CertificateFactsBuilder.aCertificate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fleetward.audit.ResourceIdentifier;
import io.fleetward.audit.view.FixedView;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CaCertificateExpiringCheckTest {
    private final CaCertificateExpiringCheck check = new CaCertificateExpiringCheck();

    @Test
    void reportsWhatExpiresWithinThirtyDaysWhateverTheSettingsSay() {
        var view = FixedView.EMPTY.withAuthorities(
                aCertificate("soon").expiresIn(Duration.ofDays(30)).build(),
                aCertificate("later").expiresIn(Duration.ofDays(31)).build(),
                aCertificate("past").expiresIn(Duration.ofDays(-1)).build(),
                aCertificate("inactive").expiresIn(Duration.ZERO).outOfUse().build());

        CheckResult result =
                check.inspect(view, new CheckSettings(Map.of("CERT_EXPIRATION_THRESHOLD_IN_DAYS", 90)), NOW);

        assertThat(result.totalResources()).isEqualTo(3);
        assertThat(result.nonCompliances())
                .extracting(
                        fault -> fault.resource().identifier(),
                        fault -> fault.code().value())
                .containsExactly(
                        tuple(new ResourceIdentifier.CaCertificate("soon"), "CERTIFICATE_APPROACHING_EXPIRATION"),
                        tuple(new ResourceIdentifier.CaCertificate("past"), "CERTIFICATE_PAST_EXPIRATION"));
    }

    @Test
    void looksAtNoDeviceCertificate() {
        var view = FixedView.EMPTY.withDevices(
                aCertificate("c1").expiresIn(Duration.ZERO).build());

        assertThat(check.inspect(view, CheckSettings.DEFAULTS, NOW).totalResources())
                .isZero();
    }
}
