// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.check;

import static io.fleetward.audit.view.CertificateFactsBuilder.NOW;
import static io.fleetward.audit.view.CertificateFactsBuilder.aCertificate;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.audit.check.CheckResult.NonCompliance;
import io.fleetward.audit.view.FixedView;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceCertificateAgeCheckTest {
    private final DeviceCertificateAgeCheck check = new DeviceCertificateAgeCheck();

    @ParameterizedTest(name = "{0} hours old, threshold {1} days")
    @CsvSource(textBlock = """
            719,  30,  false
            720,  30,  true
            721,  30,  true
            8759, 365, false
            8760, 365, true
            """)
    void reportsCertificatesAtOrOverTheLimit(long hours, int threshold, boolean isReported) {
        var view = FixedView.EMPTY.withDevices(
                aCertificate("c1").createdBefore(Duration.ofHours(hours)).build());

        CheckResult result =
                check.inspect(view, new CheckSettings(Map.of("CERT_AGE_THRESHOLD_IN_DAYS", threshold)), NOW);

        assertThat(result.totalResources()).isEqualTo(1);
        assertThat(result.nonCompliances()).hasSize(isReported ? 1 : 0);
    }

    @Test
    void saysHowOldTheCertificateIs() {
        var view = FixedView.EMPTY.withDevices(
                aCertificate("c1").createdBefore(Duration.ofDays(400)).build());

        NonCompliance fault = check.inspect(view, CheckSettings.DEFAULTS, NOW)
                .nonCompliances()
                .getFirst();

        assertThat(fault.code().value()).isEqualTo("CERTIFICATE_PAST_AGE_THRESHOLD");
        assertThat(fault.reason()).isEqualTo("Certificate has been in use for 400 days, at or over the limit of 365.");
        assertThat(fault.resource().additionalInfo())
                .isEqualTo(Map.of(
                        "AGE_IN_DAYS",
                        "400",
                        "CREATION_TIME",
                        String.valueOf(NOW.minus(Duration.ofDays(400)).toEpochMilli())));
    }

    @Test
    void passesOverCertificatesOutOfUse() {
        var view = FixedView.EMPTY.withDevices(aCertificate("c1")
                .createdBefore(Duration.ofDays(400))
                .outOfUse()
                .build());

        assertThat(check.inspect(view, CheckSettings.DEFAULTS, NOW).totalResources())
                .isZero();
    }
}
