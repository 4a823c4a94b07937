// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.iot;

import io.fleetward.application.identity.CallContext;
import io.fleetward.application.registry.certificate.CertificateIssuing;
import io.fleetward.application.registry.certificate.CertificateIssuing.CreatedWithKeys;
import io.fleetward.application.registry.certificate.CertificateRegistration;
import io.fleetward.application.registry.certificate.CertificateRegistry;
import io.fleetward.application.registry.certificate.Certificates.CertificateFilter;
import io.fleetward.application.registry.certificate.RegisterCertificate;
import io.fleetward.aws.api.page.PageTokens;
import io.fleetward.aws.api.page.Paging;
import io.fleetward.aws.model.iot.CertificateDescription;
import io.fleetward.aws.model.iot.CertificateValidity;
import io.fleetward.aws.model.iot.CreateCertificateFromCsrRequest;
import io.fleetward.aws.model.iot.CreateCertificateFromCsrResponse;
import io.fleetward.aws.model.iot.CreateKeysAndCertificateRequest;
import io.fleetward.aws.model.iot.CreateKeysAndCertificateResponse;
import io.fleetward.aws.model.iot.DeleteCertificateRequest;
import io.fleetward.aws.model.iot.DeleteCertificateResponse;
import io.fleetward.aws.model.iot.DescribeCertificateRequest;
import io.fleetward.aws.model.iot.DescribeCertificateResponse;
import io.fleetward.aws.model.iot.IotApi;
import io.fleetward.aws.model.iot.KeyPair;
import io.fleetward.aws.model.iot.ListCertificatesByCARequest;
import io.fleetward.aws.model.iot.ListCertificatesByCAResponse;
import io.fleetward.aws.model.iot.ListCertificatesRequest;
import io.fleetward.aws.model.iot.ListCertificatesResponse;
import io.fleetward.aws.model.iot.RegisterCertificateRequest;
import io.fleetward.aws.model.iot.RegisterCertificateResponse;
import io.fleetward.aws.model.iot.RegisterCertificateWithoutCARequest;
import io.fleetward.aws.model.iot.RegisterCertificateWithoutCAResponse;
import io.fleetward.aws.model.iot.UpdateCertificateRequest;
import io.fleetward.aws.model.iot.UpdateCertificateResponse;
import io.fleetward.kernel.Page;
import io.fleetward.registry.certificate.CaCertificateId;
import io.fleetward.registry.certificate.Certificate;
import io.fleetward.registry.certificate.CertificateId;
import io.fleetward.registry.certificate.CertificateStatus;
import io.fleetward.registry.certificate.Validity;
import org.jspecify.annotations.Nullable;

/** Operations on device certificates (iot-core, certificates and CAs). Thread-safe. */
public final class CertificateOperations implements IotApi {
    private final CertificateIssuing issuing;
    private final CertificateRegistration registration;
    private final CertificateRegistry certificates;
    private final PageTokens tokens;

    public CertificateOperations(
            CertificateIssuing issuing,
            CertificateRegistration registration,
            CertificateRegistry certificates,
            PageTokens tokens) {
        this.issuing = issuing;
        this.registration = registration;
        this.certificates = certificates;
        this.tokens = tokens;
    }

    @Override
    public CreateKeysAndCertificateResponse createKeysAndCertificate(
            CreateKeysAndCertificateRequest request, CallContext context) {
        CreatedWithKeys created = issuing.createWithKeys(context.scope(), Boolean.TRUE.equals(request.setAsActive()));
        Certificate certificate = created.certificate();
        return new CreateKeysAndCertificateResponse(
                certificate.arn().toString(),
                certificate.id().value(),
                certificate.x509().pem(),
                new KeyPair(created.issued().publicKeyPem(), created.issued().privateKeyPem()));
    }

    @Override
    public CreateCertificateFromCsrResponse createCertificateFromCsr(
            CreateCertificateFromCsrRequest request, CallContext context) {
        Certificate certificate = issuing.createFromRequest(
                context.scope(), request.certificateSigningRequest(), Boolean.TRUE.equals(request.setAsActive()));
        return new CreateCertificateFromCsrResponse(
                certificate.arn().toString(),
                certificate.id().value(),
                certificate.x509().pem());
    }

    @Override
    public RegisterCertificateResponse registerCertificate(RegisterCertificateRequest request, CallContext context) {
        CertificateStatus fallback =
                Boolean.TRUE.equals(request.setAsActive()) ? CertificateStatus.ACTIVE : CertificateStatus.INACTIVE;
        Certificate certificate = registration.register(
                context.scope(),
                new RegisterCertificate(
                        request.certificatePem(), request.caCertificatePem(), status(request.status(), fallback)));
        return new RegisterCertificateResponse(
                certificate.arn().toString(), certificate.id().value());
    }

    @Override
    public RegisterCertificateWithoutCAResponse registerCertificateWithoutCA(
            RegisterCertificateWithoutCARequest request, CallContext context) {
        Certificate certificate = registration.registerWithoutCa(
                context.scope(), request.certificatePem(), status(request.status(), CertificateStatus.INACTIVE));
        return new RegisterCertificateWithoutCAResponse(
                certificate.arn().toString(), certificate.id().value());
    }

    @Override
    public DescribeCertificateResponse describeCertificate(DescribeCertificateRequest request, CallContext context) {
        Certificate certificate = certificates.describe(context.scope(), new CertificateId(request.certificateId()));
        return new DescribeCertificateResponse(described(certificate));
    }

    @Override
    public UpdateCertificateResponse updateCertificate(UpdateCertificateRequest request, CallContext context) {
        certificates.updateStatus(
                context.scope(),
                new CertificateId(request.certificateId()),
                CertificateStatus.valueOf(request.newStatus()));
        return new UpdateCertificateResponse();
    }

    @Override
    public DeleteCertificateResponse deleteCertificate(DeleteCertificateRequest request, CallContext context) {
        certificates.delete(
                context.scope(),
                new CertificateId(request.certificateId()),
                Boolean.TRUE.equals(request.forceDelete()));
        return new DeleteCertificateResponse();
    }

    @Override
    public ListCertificatesResponse listCertificates(ListCertificatesRequest request, CallContext context) {
        boolean isAscending = Boolean.TRUE.equals(request.ascendingOrder());
        Paging paging = tokens.bind(context, "ListCertificates", isAscending);
        Page<Certificate> page = certificates.list(
                context.scope(),
                new CertificateFilter(null, isAscending),
                paging.request(request.pageSize(), ListSizes.DEFAULT, request.marker()));
        return new ListCertificatesResponse(
                page.map(CertificateOperations::listed).items(), paging.token(page));
    }

    @Override
    public ListCertificatesByCAResponse listCertificatesByCA(ListCertificatesByCARequest request, CallContext context) {
        boolean isAscending = Boolean.TRUE.equals(request.ascendingOrder());
        Paging paging = tokens.bind(context, "ListCertificatesByCA", request.caCertificateId(), isAscending);
        Page<Certificate> page = certificates.list(
                context.scope(),
                new CertificateFilter(new CaCertificateId(request.caCertificateId()), isAscending),
                paging.request(request.pageSize(), ListSizes.DEFAULT, request.marker()));
        return new ListCertificatesByCAResponse(
                page.map(CertificateOperations::listed).items(), paging.token(page));
    }

    static CertificateValidity shown(Validity validity) {
        return new CertificateValidity(validity.notBefore(), validity.notAfter());
    }

    private static CertificateDescription described(Certificate certificate) {
        CaCertificateId issuer = certificate.issuer();
        return CertificateDescription.builder()
                .certificateArn(certificate.arn().toString())
                .certificateId(certificate.id().value())
                .caCertificateId(issuer == null ? null : issuer.value())
                .status(certificate.status().name())
                .certificatePem(certificate.x509().pem())
                .ownedBy(certificate.scope().account().value())
                .creationDate(certificate.createdAt())
                .lastModifiedDate(certificate.lastModifiedAt())
                .customerVersion(certificate.customerVersion())
                .generationId(certificate.generationId())
                .validity(shown(certificate.x509().validity()))
                .certificateMode(certificate.mode().name())
                .build();
    }

    private static io.fleetward.aws.model.iot.Certificate listed(Certificate certificate) {
        return new io.fleetward.aws.model.iot.Certificate(
                certificate.arn().toString(),
                certificate.id().value(),
                certificate.status().name(),
                certificate.mode().name(),
                certificate.createdAt());
    }

    private static CertificateStatus status(@Nullable String given, CertificateStatus fallback) {
        return given == null ? fallback : CertificateStatus.valueOf(given);
    }
}
