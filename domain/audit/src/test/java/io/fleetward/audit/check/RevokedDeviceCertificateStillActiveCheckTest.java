// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.check;

import static io.fleetward.audit.view.CertificateFactsBuilder.NOW;
import static io.fleetward.audit.view.CertificateFactsBuilder.aCertificate;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.audit.ResourceIdentifier;
import io.fleetward.audit.check.CheckResult.NonCompliance;
import io.fleetward.audit.view.FixedView;
import io.fleetward.audit.view.Revocation;
import io.fleetward.audit.view.RevocationList;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RevokedDeviceCertificateStillActiveCheckTest {
    private final RevokedDeviceCertificateStillActiveCheck check = new RevokedDeviceCertificateStillActiveCheck();

    @ParameterizedTest(name = "{0}, next list due in {1} days")
    @CsvSource(nullValues = "-", textBlock = """
            keyCompromise,   1,  true
            certificateHold, 1,  true
            unspecified,     -,  true
            removeFromCRL,   1,  false
            keyCompromise,   -7, true
            keyCompromise,   -8, false
            """)
    void believesTheListOfTheIssuer(String reason, @Nullable Integer nextUpdateInDays, boolean isRevoked) {
        var list = aList(5, reason, nextUpdateInDays == null ? null : NOW.plus(Duration.ofDays(nextUpdateInDays)));
        var view = FixedView.EMPTY
                .withDevices(aCertificate("c1").issuedBy("ca1", 5).build())
                .withRevocationList("ca1", list);

        CheckResult result = check.inspect(view, CheckSettings.DEFAULTS, NOW);

        assertThat(result.totalResources()).isEqualTo(1);
        assertThat(result.nonCompliances()).hasSize(isRevoked ? 1 : 0);
    }

    @Test
    void saysWhenAndWhyTheCertificateWasRevoked() {
        var view = FixedView.EMPTY
                .withDevices(aCertificate("c1").issuedBy("ca1", 5).build())
                .withRevocationList("ca1", aList(5, "keyCompromise", null));

        NonCompliance fault = check.inspect(view, CheckSettings.DEFAULTS, NOW)
                .nonCompliances()
                .getFirst();

        assertThat(fault.code().value()).isEqualTo("CERTIFICATE_REVOKED_BY_ISSUER");
        assertThat(fault.reason()).isEqualTo("Device certificate is on its issuer's revocation list.");
        assertThat(fault.resource().identifier()).isEqualTo(new ResourceIdentifier.DeviceCertificate("c1"));
        assertThat(fault.resource().additionalInfo())
                .isEqualTo(Map.of(
                        "REVOCATION_TIME",
                        String.valueOf(NOW.minusSeconds(60).toEpochMilli()),
                        "REVOCATION_REASON",
                        "keyCompromise"));
    }

    @Test
    void countsCertificatesThatNobodyCanJudgeAsCompliant() {
        var view = FixedView.EMPTY
                .withDevices(
                        aCertificate("unknown issuer").build(),
                        aCertificate("no list").issuedBy("ca2", 5).build(),
                        aCertificate("other serial").issuedBy("ca1", 6).build(),
                        aCertificate("inactive").issuedBy("ca1", 5).outOfUse().build())
                .withRevocationList("ca1", aList(5, "keyCompromise", null));

        CheckResult result = check.inspect(view, CheckSettings.DEFAULTS, NOW);

        assertThat(result.totalResources()).isEqualTo(3);
        assertThat(result.nonCompliances()).isEmpty();
    }

    private static RevocationList aList(long serial, String reason, @Nullable Instant nextUpdate) {
        return new RevocationList(
                nextUpdate, Map.of(BigInteger.valueOf(serial), new Revocation(NOW.minusSeconds(60), reason)));
    }
}
