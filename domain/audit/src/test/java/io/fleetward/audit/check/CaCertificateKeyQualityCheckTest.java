// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.check;

import static io.fleetward.audit.view.CertificateFactsBuilder.NOW;
import static io.fleetward.audit.view.CertificateFactsBuilder.aCertificate;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.audit.ResourceIdentifier;
import io.fleetward.audit.view.FixedView;
import org.junit.jupiter.api.Test;

class CaCertificateKeyQualityCheckTest {
    private final CaCertificateKeyQualityCheck check = new CaCertificateKeyQualityCheck();

    @Test
    void reportsActiveAuthoritiesWhoseKeyCanBeFactored() {
        var view = FixedView.EMPTY.withAuthorities(
                aCertificate("weak").rsa(RsaModuli.vulnerable()).build(),
                aCertificate("sound").rsa(RsaModuli.sound(7)).build(),
                aCertificate("inactive").rsa(RsaModuli.vulnerable()).outOfUse().build());

        CheckResult result = check.inspect(view, CheckSettings.DEFAULTS, NOW);

        assertThat(result.totalResources()).isEqualTo(2);
        assertThat(result.nonCompliances())
                .singleElement()
                .satisfies(fault -> assertThat(fault.resource().identifier())
                        .isEqualTo(new ResourceIdentifier.CaCertificate("weak")));
    }
}
