// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.check;

import static io.fleetward.audit.view.CertificateFactsBuilder.NOW;
import static io.fleetward.audit.view.CertificateFactsBuilder.aCertificate;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.audit.ResourceIdentifier;
import io.fleetward.audit.view.FixedView;
import io.fleetward.audit.view.Revocation;
import io.fleetward.audit.view.RevocationList;
import java.math.BigInteger;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RevokedCaCertificateStillActiveCheckTest {
    private final RevokedCaCertificateStillActiveCheck check = new RevokedCaCertificateStillActiveCheck();

    @Test
    void reportsAuthoritiesOnTheListOfTheirIssuer() {
        var list =
                new RevocationList(null, Map.of(BigInteger.TWO, new Revocation(NOW.minusSeconds(1), "cACompromise")));
        var view = FixedView.EMPTY
                .withAuthorities(
                        aCertificate("root").issuedBy("root", 1).build(),
                        aCertificate("sub").issuedBy("root", 2).build(),
                        aCertificate("inactive").issuedBy("root", 2).outOfUse().build())
                .withRevocationList("root", list);

        CheckResult result = check.inspect(view, CheckSettings.DEFAULTS, NOW);

        assertThat(result.totalResources()).isEqualTo(2);
        assertThat(result.nonCompliances()).singleElement().satisfies(fault -> {
            assertThat(fault.resource().identifier()).isEqualTo(new ResourceIdentifier.CaCertificate("sub"));
            assertThat(fault.reason()).isEqualTo("CA certificate is on its issuer's revocation list.");
        });
    }

    @Test
    void reportsARootOnItsOwnList() {
        var list = new RevocationList(null, Map.of(BigInteger.ONE, new Revocation(NOW, "unspecified")));
        var view = FixedView.EMPTY
                .withAuthorities(aCertificate("root").issuedBy("root", 1).build())
                .withRevocationList("root", list);

        assertThat(check.inspect(view, CheckSettings.DEFAULTS, NOW).nonCompliances())
                .hasSize(1);
    }
}
