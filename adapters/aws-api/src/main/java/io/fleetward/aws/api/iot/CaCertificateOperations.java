// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.iot;

import io.fleetward.application.identity.CallContext;
import io.fleetward.application.registry.RegistryRefusals;
import io.fleetward.application.registry.certificate.CaRegistry;
import io.fleetward.application.registry.certificate.RegisterCa;
import io.fleetward.aws.api.page.PageTokens;
import io.fleetward.aws.api.page.Paging;
import io.fleetward.aws.model.iot.CACertificate;
import io.fleetward.aws.model.iot.CACertificateDescription;
import io.fleetward.aws.model.iot.DeleteCACertificateRequest;
import io.fleetward.aws.model.iot.DeleteCACertificateResponse;
import io.fleetward.aws.model.iot.DeleteRegistrationCodeRequest;
import io.fleetward.aws.model.iot.DeleteRegistrationCodeResponse;
import io.fleetward.aws.model.iot.DescribeCACertificateRequest;
import io.fleetward.aws.model.iot.DescribeCACertificateResponse;
import io.fleetward.aws.model.iot.GetRegistrationCodeRequest;
import io.fleetward.aws.model.iot.GetRegistrationCodeResponse;
import io.fleetward.aws.model.iot.IotApi;
import io.fleetward.aws.model.iot.ListCACertificatesRequest;
import io.fleetward.aws.model.iot.ListCACertificatesResponse;
import io.fleetward.aws.model.iot.RegisterCACertificateRequest;
import io.fleetward.aws.model.iot.RegisterCACertificateResponse;
import io.fleetward.aws.model.iot.UpdateCACertificateRequest;
import io.fleetward.aws.model.iot.UpdateCACertificateResponse;
import io.fleetward.kernel.Page;
import io.fleetward.registry.certificate.CaCertificate;
import io.fleetward.registry.certificate.CaCertificateId;
import io.fleetward.registry.certificate.CaStatus;
import io.fleetward.registry.certificate.CertificateMode;

/**
 * Operations on CA certificates and the registration code (iot-core, certificates and CAs).
 *
 * <p>Thread-safe. Registration of unknown devices by their CA is not built: it can be switched off, never on.
 */
public final class CaCertificateOperations implements IotApi {
    private static final String AUTO_REGISTRATION_ON = "ENABLE";
    private static final String AUTO_REGISTRATION_OFF = "DISABLE";

    private final CaRegistry authorities;
    private final PageTokens tokens;

    public CaCertificateOperations(CaRegistry authorities, PageTokens tokens) {
        this.authorities = authorities;
        this.tokens = tokens;
    }

    @Override
    public GetRegistrationCodeResponse getRegistrationCode(GetRegistrationCodeRequest request, CallContext context) {
        return new GetRegistrationCodeResponse(authorities.registrationCode(context.scope()));
    }

    @Override
    public DeleteRegistrationCodeResponse deleteRegistrationCode(
            DeleteRegistrationCodeRequest request, CallContext context) {
        authorities.deleteRegistrationCode(context.scope());
        return new DeleteRegistrationCodeResponse();
    }

    @Override
    public RegisterCACertificateResponse registerCACertificate(
            RegisterCACertificateRequest request, CallContext context) {
        requireUnused("allowAutoRegistration", Boolean.TRUE.equals(request.allowAutoRegistration()));
        requireUnused("registrationConfig", request.registrationConfig() != null);
        String mode = request.certificateMode();
        CaCertificate ca = authorities.register(
                context.scope(),
                new RegisterCa(
                        request.caCertificate(),
                        request.verificationCertificate(),
                        mode == null ? CertificateMode.DEFAULT : CertificateMode.valueOf(mode),
                        Boolean.TRUE.equals(request.setAsActive()),
                        RequestTags.of(request.tags())));
        return new RegisterCACertificateResponse(ca.arn().toString(), ca.id().value());
    }

    @Override
    public DescribeCACertificateResponse describeCACertificate(
            DescribeCACertificateRequest request, CallContext context) {
        CaCertificate ca = authorities.describe(context.scope(), new CaCertificateId(request.certificateId()));
        return DescribeCACertificateResponse.builder()
                .certificateDescription(described(ca))
                .build();
    }

    @Override
    public UpdateCACertificateResponse updateCACertificate(UpdateCACertificateRequest request, CallContext context) {
        requireUnused("registrationConfig", request.registrationConfig() != null);
        requireUnused(
                "newAutoRegistrationStatus ENABLE", AUTO_REGISTRATION_ON.equals(request.newAutoRegistrationStatus()));
        var id = new CaCertificateId(request.certificateId());
        String status = request.newStatus();
        if (status == null) {
            authorities.describe(context.scope(), id);
        } else {
            authorities.updateStatus(context.scope(), id, CaStatus.valueOf(status));
        }
        return new UpdateCACertificateResponse();
    }

    @Override
    public DeleteCACertificateResponse deleteCACertificate(DeleteCACertificateRequest request, CallContext context) {
        authorities.delete(context.scope(), new CaCertificateId(request.certificateId()));
        return new DeleteCACertificateResponse();
    }

    @Override
    public ListCACertificatesResponse listCACertificates(ListCACertificatesRequest request, CallContext context) {
        requireUnused("templateName", request.templateName() != null);
        boolean isAscending = Boolean.TRUE.equals(request.ascendingOrder());
        Paging paging = tokens.bind(context, "ListCACertificates", isAscending);
        Page<CaCertificate> page = authorities.list(
                context.scope(), isAscending, paging.request(request.pageSize(), ListSizes.DEFAULT, request.marker()));
        return new ListCACertificatesResponse(
                page.map(CaCertificateOperations::listed).items(), paging.token(page));
    }

    private static CACertificateDescription described(CaCertificate ca) {
        return CACertificateDescription.builder()
                .certificateArn(ca.arn().toString())
                .certificateId(ca.id().value())
                .status(ca.status().name())
                .certificatePem(ca.x509().pem())
                .ownedBy(ca.scope().account().value())
                .creationDate(ca.createdAt())
                .autoRegistrationStatus(AUTO_REGISTRATION_OFF)
                .lastModifiedDate(ca.lastModifiedAt())
                .customerVersion(ca.customerVersion())
                .generationId(ca.generationId())
                .validity(CertificateOperations.shown(ca.x509().validity()))
                .certificateMode(ca.mode().name())
                .build();
    }

    private static CACertificate listed(CaCertificate ca) {
        return new CACertificate(
                ca.arn().toString(), ca.id().value(), ca.status().name(), ca.createdAt());
    }

    private static void requireUnused(String parameter, boolean isUsed) {
        if (isUsed) {
            throw RegistryRefusals.invalid(
                    parameter + ": devices do not register themselves here; register each certificate");
        }
    }
}
