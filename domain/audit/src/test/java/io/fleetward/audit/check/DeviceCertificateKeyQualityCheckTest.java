// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.check;

import static io.fleetward.audit.view.CertificateFactsBuilder.NOW;
import static io.fleetward.audit.view.CertificateFactsBuilder.aCertificate;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.audit.ResourceIdentifier;
import io.fleetward.audit.view.FixedView;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeviceCertificateKeyQualityCheckTest {
    private final DeviceCertificateKeyQualityCheck check = new DeviceCertificateKeyQualityCheck();

    @Test
    void reportsAKeyThatCanBeFactored() {
        var view = FixedView.EMPTY.withDevices(
                aCertificate("weak").rsa(RsaModuli.vulnerable()).build());

        CheckResult result = check.inspect(view, CheckSettings.DEFAULTS, NOW);

        assertThat(result.totalResources()).isEqualTo(1);
        assertThat(result.nonCompliances()).singleElement().satisfies(fault -> {
            assertThat(fault.code().value()).isEqualTo("CERTIFICATE_KEY_VULNERABILITY_CVE-2017-15361");
            assertThat(fault.resource().identifier()).isEqualTo(new ResourceIdentifier.DeviceCertificate("weak"));
            assertThat(fault.resource().additionalInfo())
                    .isEqualTo(Map.of(
                            "KEY_ALGORITHM",
                            "RSA",
                            "KEY_SIZE",
                            String.valueOf(RsaModuli.vulnerable().bitLength())));
            assertThat(fault.reason()).isEqualTo("Key was produced by a generator with known weakness CVE-2017-15361.");
        });
    }

    @Test
    void countsSoundAndOtherKeysAsCompliant() {
        var view = FixedView.EMPTY.withDevices(
                aCertificate("sound").rsa(RsaModuli.sound(7)).build(),
                aCertificate("ec").build(),
                aCertificate("inactive").rsa(RsaModuli.vulnerable()).outOfUse().build());

        CheckResult result = check.inspect(view, CheckSettings.DEFAULTS, NOW);

        assertThat(result.totalResources()).isEqualTo(2);
        assertThat(result.nonCompliances()).isEmpty();
    }
}
