// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.certificate;

import static io.fleetward.application.registry.RegistryRefusals.invalid;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.IotError;
import io.fleetward.application.registry.RegistryRuntime;
import io.fleetward.application.registry.certificate.CertificateParser.Outcome;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.registry.certificate.CaCertificate;
import io.fleetward.registry.certificate.CaCertificateId;
import io.fleetward.registry.certificate.Certificate;
import io.fleetward.registry.certificate.CertificateMode;
import io.fleetward.registry.certificate.CertificateStatus;
import io.fleetward.registry.certificate.ParsedCertificate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Registers device certificates issued elsewhere, under a registered CA or without one (iot-core, certificates and
 * CAs).
 *
 * <p>Thread-safe.
 */
public final class CertificateRegistration {
    private static final Set<CertificateStatus> AT_REGISTRATION =
            Set.of(CertificateStatus.ACTIVE, CertificateStatus.INACTIVE, CertificateStatus.REVOKED);

    private final RegistryRuntime runtime;
    private final CaCertificates authorities;
    private final CertificateParser parser;
    private final NewCertificates entries;

    public CertificateRegistration(RegistryRuntime runtime, CertificateStores stores, CertificateParser parser) {
        this.runtime = runtime;
        this.authorities = stores.authorities();
        this.parser = parser;
        this.entries = new NewCertificates(runtime, stores.certificates());
    }

    /** Registers a certificate that one of the account's active CAs signed; it takes over the CA's mode. */
    public Certificate register(AccountRegion scope, RegisterCertificate wish) {
        requireRegistrable(wish.status());
        ParsedCertificate certificate = parse("certificatePem", wish.pem());
        ParsedCertificate named = wish.caPem() == null ? null : parse("caCertificatePem", wish.caPem());
        return runtime.transactions().write(tx -> {
            CaCertificate issuer = issuer(tx, scope, certificate, named);
            if (!parser.isSignedBy(wish.pem(), issuer.x509().pem())) {
                throw notValid("certificatePem: it is not signed by the registered CA certificate " + issuer.id());
            }
            if (!issuer.isActive()) {
                throw new ApiException(IotError.CERTIFICATE_STATE, "The CA certificate is not active: " + issuer.id());
            }
            var entry = new NewCertificates.Entry(certificate, issuer.id(), wish.status(), issuer.mode());
            return entries.add(tx, scope, entry);
        });
    }

    /** Registers any certificate; devices must then name the endpoint they connect to. */
    public Certificate registerWithoutCa(AccountRegion scope, String pem, CertificateStatus status) {
        requireRegistrable(status);
        ParsedCertificate certificate = parse("certificatePem", pem);
        var entry = new NewCertificates.Entry(certificate, null, status, CertificateMode.SNI_ONLY);
        return runtime.transactions().write(tx -> entries.add(tx, scope, entry));
    }

    private CaCertificate issuer(
            Tx tx, AccountRegion scope, ParsedCertificate certificate, @Nullable ParsedCertificate named) {
        if (named != null) {
            CaCertificate ca = authorities.find(tx, scope, new CaCertificateId(named.fingerprint()));
            if (ca == null) {
                throw notValid("caCertificatePem: no such CA certificate is registered: " + named.fingerprint());
            }
            return ca;
        }
        List<CaCertificate> candidates =
                authorities.findBySubject(tx, scope, certificate.facts().issuer());
        if (candidates.isEmpty()) {
            throw notValid("certificatePem: its issuer is no registered CA certificate: "
                    + certificate.facts().issuer().text());
        }
        if (candidates.size() > 1) {
            throw new ApiException(
                    IotError.CERTIFICATE_CONFLICT,
                    "caCertificatePem is required: several registered CA certificates have the subject "
                            + certificate.facts().issuer().text());
        }
        return candidates.getFirst();
    }

    private ParsedCertificate parse(String member, String pem) {
        return switch (parser.parse(pem)) {
            case Outcome.Parsed(ParsedCertificate certificate) -> certificate;
            case Outcome.Refused(String reason) -> throw notValid(member + ": " + reason);
        };
    }

    private static void requireRegistrable(CertificateStatus status) {
        if (!AT_REGISTRATION.contains(status)) {
            throw invalid("status must be ACTIVE, INACTIVE or REVOKED, not " + status);
        }
    }

    private static ApiException notValid(String text) {
        return new ApiException(IotError.CERTIFICATE_VALIDATION, text);
    }
}
