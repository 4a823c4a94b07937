// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.check;

import static io.fleetward.audit.view.CertificateFactsBuilder.NOW;
import static io.fleetward.audit.view.CertificateFactsBuilder.aCertificate;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.audit.ResourceIdentifier;
import io.fleetward.audit.check.CheckResult.NonCompliance;
import io.fleetward.audit.view.FixedView;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceCertificateExpiringCheckTest {
    private final DeviceCertificateExpiringCheck check = new DeviceCertificateExpiringCheck();

    @ParameterizedTest(name = "expires in {0} s, threshold {1} days")
    @CsvSource(nullValues = "-", textBlock = """
            -86400,   30, CERTIFICATE_PAST_EXPIRATION
            -1,       30, CERTIFICATE_PAST_EXPIRATION
            0,        30, CERTIFICATE_PAST_EXPIRATION
            1,        30, CERTIFICATE_APPROACHING_EXPIRATION
            2592000,  30, CERTIFICATE_APPROACHING_EXPIRATION
            2592001,  30, -
            2592001,  31, CERTIFICATE_APPROACHING_EXPIRATION
            31536000, 30, -
            """)
    void judgesByTheTimeThatIsLeft(long seconds, int threshold, @Nullable String code) {
        var view = FixedView.EMPTY.withDevices(
                aCertificate("c1").expiresIn(Duration.ofSeconds(seconds)).build());
        var settings = new CheckSettings(Map.of("CERT_EXPIRATION_THRESHOLD_IN_DAYS", threshold));

        CheckResult result = check.inspect(view, settings, NOW);

        assertThat(result.totalResources()).isEqualTo(1);
        assertThat(result.nonCompliances().stream().map(fault -> fault.code().value()))
                .containsExactlyElementsOf(code == null ? List.of() : List.of(code));
    }

    @Test
    void saysWhichCertificateWhenAndWithinHowManyDays() {
        var view = FixedView.EMPTY.withDevices(
                aCertificate("c1").expiresIn(Duration.ofDays(29)).build());

        NonCompliance fault = check.inspect(view, CheckSettings.DEFAULTS, NOW)
                .nonCompliances()
                .getFirst();

        assertThat(fault.resource().identifier()).isEqualTo(new ResourceIdentifier.DeviceCertificate("c1"));
        assertThat(fault.resource().additionalInfo())
                .isEqualTo(Map.of(
                        "EXPIRATION_TIME",
                        String.valueOf(NOW.plus(Duration.ofDays(29)).toEpochMilli())));
        assertThat(fault.reason()).isEqualTo("Certificate expires within 30 days.");
        assertThat(fault.related()).isEmpty();
    }

    @Test
    void passesOverCertificatesOutOfUse() {
        var view = FixedView.EMPTY.withDevices(
                aCertificate("c1").expiresIn(Duration.ZERO).outOfUse().build(),
                aCertificate("c2").expiresIn(Duration.ZERO).build());

        CheckResult result = check.inspect(view, CheckSettings.DEFAULTS, NOW);

        assertThat(result.totalResources()).isEqualTo(1);
        assertThat(result.nonCompliances())
                .singleElement()
                .satisfies(fault -> assertThat(fault.reason()).isEqualTo("Certificate has passed its expiry date."));
    }
}
