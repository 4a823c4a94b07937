// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.check;

import static io.fleetward.audit.view.CertificateFactsBuilder.NOW;
import static io.fleetward.audit.view.CertificateFactsBuilder.aCertificate;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.audit.AuditedResource;
import io.fleetward.audit.ReasonCode;
import io.fleetward.audit.ResourceIdentifier;
import io.fleetward.audit.check.CheckResult.NonCompliance;
import io.fleetward.audit.view.CertificateFacts;
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

class IntermediateCaRevokedForActiveDeviceCertificatesCheckTest {
    private static final CertificateFacts ROOT =
            aCertificate("root").issuedBy("root", 1).build();
    private static final CertificateFacts INTERMEDIATE =
            aCertificate("intermediate").issuedBy("root", 0xAB12).build();

    private final IntermediateCaRevokedForActiveDeviceCertificatesCheck check =
            new IntermediateCaRevokedForActiveDeviceCertificatesCheck();

    @ParameterizedTest(name = "{0}, next list due in {1} days")
    @CsvSource(nullValues = "-", textBlock = """
            keyCompromise,   -,  1
            certificateHold, 1,  1
            removeFromCRL,   1,  0
            keyCompromise,   -7, 1
            keyCompromise,   -8, 0
            """)
    void believesTheListOfTheIntermediatesIssuer(String reason, @Nullable Integer nextUpdateInDays, int found) {
        FixedView view = FixedView.EMPTY
                .withAuthorities(ROOT, INTERMEDIATE)
                .withDevices(aCertificate("d1").issuedBy("intermediate", 7).build())
                .withRevocationList("root", list(0xAB12, reason, nextUpdateInDays));

        CheckResult result = inspect(view);

        assertThat(result.totalResources()).isEqualTo(1);
        assertThat(result.nonCompliances()).hasSize(found);
    }

    @Test
    void namesTheIssuerAndTheCertificatesUnderItNewestFirst() {
        FixedView view = FixedView.EMPTY
                .withAuthorities(
                        ROOT,
                        INTERMEDIATE,
                        aCertificate("lower").issuedBy("intermediate", 8).build())
                .withDevices(
                        aCertificate("old")
                                .issuedBy("lower", 7)
                                .createdBefore(Duration.ofDays(9))
                                .build(),
                        aCertificate("new")
                                .issuedBy("intermediate", 7)
                                .createdBefore(Duration.ofDays(1))
                                .build(),
                        aCertificate("off")
                                .issuedBy("intermediate", 9)
                                .outOfUse()
                                .build(),
                        aCertificate("elsewhere").issuedBy("root", 7).build())
                .withRevocationList("root", list(0xAB12, "keyCompromise", null));

        CheckResult result = inspect(view);

        assertThat(result.totalResources()).isEqualTo(2);
        NonCompliance fault = result.nonCompliances().getFirst();
        assertThat(result.nonCompliances()).hasSize(1);
        assertThat(fault.resource())
                .isEqualTo(AuditedResource.of(
                        new ResourceIdentifier.IssuerCertificate("CN=intermediate", "intermediate", "AB12")));
        assertThat(fault.code()).isEqualTo(new ReasonCode("INTERMEDIATE_CA_REVOKED_BY_ISSUER"));
        assertThat(fault.reason())
                .isEqualTo("Intermediate CA is revoked while device certificates under it remain active.");
        assertThat(fault.related())
                .containsExactly(
                        AuditedResource.of(new ResourceIdentifier.DeviceCertificate("new")),
                        AuditedResource.of(new ResourceIdentifier.DeviceCertificate("old")));
    }

    @Test
    void looksOnlyAtIssuersThatSomethingInUseDependsOn() {
        FixedView view = FixedView.EMPTY
                .withAuthorities(
                        ROOT,
                        INTERMEDIATE,
                        aCertificate("orphan").issuedBy("gone", 5).build(),
                        aCertificate("alone").build())
                .withDevices(
                        aCertificate("d1").issuedBy("root", 2).build(),
                        aCertificate("d2").issuedBy("orphan", 2).build(),
                        aCertificate("d3").issuedBy("alone", 2).build(),
                        aCertificate("d4").issuedBy("unknown", 2).build(),
                        aCertificate("d5").build(),
                        aCertificate("d6")
                                .issuedBy("intermediate", 2)
                                .outOfUse()
                                .build())
                .withRevocationList("root", list(0xAB12, "keyCompromise", null));

        CheckResult result = inspect(view);

        assertThat(result.totalResources()).isEqualTo(2);
        assertThat(result.nonCompliances()).isEmpty();
    }

    @Test
    void comesToAnEndWhenAuthoritiesSignedEachOther() {
        FixedView view = FixedView.EMPTY
                .withAuthorities(
                        aCertificate("one").issuedBy("other", 1).build(),
                        aCertificate("other").issuedBy("one", 2).build())
                .withDevices(aCertificate("d1").issuedBy("one", 2).build());

        assertThat(inspect(view).totalResources()).isEqualTo(2);
    }

    @Test
    void keepsTheEndOfALongSerialNumber() {
        var serial = new BigInteger("123456789ABCDEF0123456789ABCDEF", 16);
        CertificateFacts intermediate = new CertificateFacts(
                "intermediate", true, NOW, NOW.plusSeconds(60), serial, "root", INTERMEDIATE.key());
        FixedView view = FixedView.EMPTY
                .withAuthorities(ROOT, intermediate)
                .withDevices(aCertificate("d1").issuedBy("intermediate", 7).build())
                .withRevocationList("root", new RevocationList(null, Map.of(serial, revoked("keyCompromise"))));

        assertThat(inspect(view).nonCompliances())
                .singleElement()
                .satisfies(fault -> assertThat(
                                fault.resource().identifier().members().get("issuerCertificateSerialNumber"))
                        .isEqualTo("CDEF0123456789ABCDEF"));
    }

    private CheckResult inspect(FixedView view) {
        return check.inspect(view, CheckSettings.DEFAULTS, NOW);
    }

    private static RevocationList list(long serial, String reason, @Nullable Integer nextUpdateInDays) {
        Instant nextUpdate = nextUpdateInDays == null ? null : NOW.plus(Duration.ofDays(nextUpdateInDays));
        return new RevocationList(nextUpdate, Map.of(BigInteger.valueOf(serial), revoked(reason)));
    }

    private static Revocation revoked(String reason) {
        return new Revocation(NOW.minusSeconds(60), reason);
    }
}
