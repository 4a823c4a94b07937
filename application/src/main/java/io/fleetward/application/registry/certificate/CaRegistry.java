// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.certificate;

import static io.fleetward.application.registry.RegistryRefusals.invalid;
import static io.fleetward.application.registry.RegistryRefusals.notFound;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.IotError;
import io.fleetward.application.registry.RegistryChange;
import io.fleetward.application.registry.RegistryRefusals;
import io.fleetward.application.registry.RegistryRuntime;
import io.fleetward.application.registry.certificate.CertificateParser.Outcome;
import io.fleetward.application.registry.tag.ResourceTags;
import io.fleetward.application.registry.tag.TaggableResources;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.registry.certificate.CaCertificate;
import io.fleetward.registry.certificate.CaCertificateId;
import io.fleetward.registry.certificate.CaStatus;
import io.fleetward.registry.certificate.CertificateMode;
import io.fleetward.registry.certificate.ParsedCertificate;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Registers CA certificates after proof of possession, and carries them through their life (iot-core, modes and
 * verification).
 *
 * <p>Thread-safe.
 */
public final class CaRegistry implements TaggableResources {
    private static final int PER_SUBJECT = 10;
    private static final int CODE_BYTES = 32;

    private final RegistryRuntime runtime;
    private final CertificateStores stores;
    private final CertificateParser parser;
    private final ResourceTags tags;

    public CaRegistry(RegistryRuntime runtime, CertificateStores stores, CertificateParser parser, ResourceTags tags) {
        this.runtime = runtime;
        this.stores = stores;
        this.parser = parser;
        this.tags = tags;
    }

    /** The account's registration code, made at the first call and stable until deleted. */
    public String registrationCode(AccountRegion scope) {
        return runtime.transactions().write(tx -> {
            String existing = stores.codes().find(tx, scope);
            if (existing != null) {
                return existing;
            }
            String code = runtime.ids().hex(CODE_BYTES);
            stores.codes().put(tx, scope, code);
            return code;
        });
    }

    /** Deletes the registration code; the next call for it makes another. */
    public void deleteRegistrationCode(AccountRegion scope) {
        runtime.transactions().change(tx -> {
            if (!stores.codes().remove(tx, scope)) {
                throw notFound("Registration code of account", scope.account());
            }
        });
    }

    /** Registers the CA certificate. */
    public CaCertificate register(AccountRegion scope, RegisterCa wish) {
        ParsedCertificate certificate = parse("caCertificate", wish.pem());
        if (!certificate.isCa()) {
            throw notValid("caCertificate: its basic constraints do not make it a certificate authority");
        }
        ParsedCertificate proof = proof(wish);
        return runtime.transactions().write(tx -> {
            if (proof != null) {
                requireProof(tx, scope, proof);
            }
            requireRoom(tx, scope, certificate, wish.mode());
            CaCertificate ca = newCa(scope, certificate, wish);
            stores.authorities().put(tx, ca);
            tags.assign(tx, scope, ca.arn(), wish.tags());
            announce(tx, ca);
            return ca;
        });
    }

    /** The CA certificate, which must exist. */
    public CaCertificate describe(AccountRegion scope, CaCertificateId id) {
        return runtime.transactions().read(tx -> require(tx, scope, id));
    }

    /** All CA certificates of the account, by creation time. */
    public Page<CaCertificate> list(AccountRegion scope, boolean isAscending, PageRequest page) {
        return runtime.transactions().read(tx -> stores.authorities().list(tx, scope, isAscending, page));
    }

    /** Sets the status; certificates registered under an inactive CA keep working. */
    public void updateStatus(AccountRegion scope, CaCertificateId id, CaStatus status) {
        runtime.transactions().change(tx -> updateStatus(tx, scope, id, status));
    }

    /** As the other, within a transaction. */
    public void updateStatus(Tx tx, AccountRegion scope, CaCertificateId id, CaStatus status) {
        CaCertificate ca = require(tx, scope, id);
        if (ca.status() == status) {
            return;
        }
        stores.authorities().put(tx, ca.withStatus(status, runtime.clock().instant()));
        announce(tx, ca);
    }

    /** Deletes an inactive CA certificate; certificates registered under it keep working. */
    public void delete(AccountRegion scope, CaCertificateId id) {
        runtime.transactions().change(tx -> {
            CaCertificate ca = require(tx, scope, id);
            if (ca.isActive()) {
                throw new ApiException(
                        IotError.CERTIFICATE_STATE, "CA certificate must be INACTIVE before deletion: " + id);
            }
            stores.authorities().remove(tx, scope, id);
            tags.forget(tx, scope, ca.arn());
            announce(tx, ca);
        });
    }

    @Override
    public String arnType() {
        return CaCertificateId.ARN_TYPE;
    }

    @Override
    public boolean exists(Tx tx, AccountRegion scope, String name) {
        return CaCertificateId.isValid(name) && stores.authorities().find(tx, scope, new CaCertificateId(name)) != null;
    }

    private @Nullable ParsedCertificate proof(RegisterCa wish) {
        String pem = wish.verificationPem();
        return switch (wish.mode()) {
            case SNI_ONLY -> {
                if (pem != null) {
                    throw invalid("verificationCertificate must be absent with certificateMode SNI_ONLY");
                }
                yield null;
            }
            case DEFAULT -> {
                if (pem == null) {
                    throw invalid("verificationCertificate is required with certificateMode DEFAULT");
                }
                ParsedCertificate proof = parse("verificationCertificate", pem);
                if (!parser.isSignedBy(pem, wish.pem())) {
                    throw notValid("verificationCertificate: it is not signed by caCertificate");
                }
                yield proof;
            }
        };
    }

    private void requireProof(Tx tx, AccountRegion scope, ParsedCertificate proof) {
        String code = stores.codes().find(tx, scope);
        if (code == null || !code.equals(proof.subjectCommonName())) {
            throw new ApiException(
                    IotError.REGISTRATION_CODE_VALIDATION,
                    "verificationCertificate: its subject's common name is not the account's registration code");
        }
    }

    private void requireRoom(Tx tx, AccountRegion scope, ParsedCertificate certificate, CertificateMode mode) {
        var id = new CaCertificateId(certificate.fingerprint());
        for (CaCertificate other : stores.authorities().findEverywhere(tx, id)) {
            if (other.scope().equals(scope)) {
                throw RegistryRefusals.alreadyExists(
                        "The CA certificate is already registered", id.value(), other.arn());
            }
            boolean isSameRegion = other.scope().region().equals(scope.region());
            if (isSameRegion && mode == CertificateMode.DEFAULT && other.mode() == CertificateMode.DEFAULT) {
                throw new ApiException(
                        IotError.RESOURCE_ALREADY_EXISTS,
                        "The CA certificate belongs to another account in this region: " + id);
            }
        }
        var subject = certificate.facts().subject();
        if (stores.authorities().findBySubject(tx, scope, subject).size() >= PER_SUBJECT) {
            throw new ApiException(
                    IotError.LIMIT_EXCEEDED,
                    "At most " + PER_SUBJECT + " CA certificates may have the subject " + subject.text());
        }
    }

    private CaCertificate newCa(AccountRegion scope, ParsedCertificate certificate, RegisterCa wish) {
        Instant now = runtime.clock().instant();
        return new CaCertificate(
                scope,
                new CaCertificateId(certificate.fingerprint()),
                certificate.facts(),
                wish.isActive() ? CaStatus.ACTIVE : CaStatus.INACTIVE,
                wish.mode(),
                now,
                now,
                1,
                runtime.ids().uuid());
    }

    private CaCertificate require(Tx tx, AccountRegion scope, CaCertificateId id) {
        CaCertificate ca = stores.authorities().find(tx, scope, id);
        if (ca == null) {
            throw notFound("CA certificate", id);
        }
        return ca;
    }

    private void announce(Tx tx, CaCertificate ca) {
        runtime.changes()
                .announce(
                        tx,
                        new RegistryChange(
                                ca.scope(),
                                RegistryChange.Kind.CA_CERTIFICATE,
                                ca.id().value()));
    }

    private ParsedCertificate parse(String member, String pem) {
        return switch (parser.parse(pem)) {
            case Outcome.Parsed(ParsedCertificate certificate) -> certificate;
            case Outcome.Refused(String reason) -> throw notValid(member + ": " + reason);
        };
    }

    private static ApiException notValid(String text) {
        return new ApiException(IotError.CERTIFICATE_VALIDATION, text);
    }
}
