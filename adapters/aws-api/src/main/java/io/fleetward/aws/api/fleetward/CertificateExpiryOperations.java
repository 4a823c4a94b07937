// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.fleetward;

import io.fleetward.application.identity.CallContext;
import io.fleetward.application.registry.certificate.CertificateRegistry;
import io.fleetward.application.registry.certificate.Certificates.CertificateFilter;
import io.fleetward.aws.api.page.PageTokens;
import io.fleetward.aws.api.page.Paging;
import io.fleetward.aws.model.fleetward.CertificateExpiry;
import io.fleetward.aws.model.fleetward.FleetwardApi;
import io.fleetward.aws.model.fleetward.ListCertificateExpiriesRequest;
import io.fleetward.aws.model.fleetward.ListCertificateExpiriesResponse;
import io.fleetward.registry.certificate.Certificate;

/** When the certificates of devices end, which the platform tells one by one only. Thread-safe. */
public final class CertificateExpiryOperations implements FleetwardApi {
    private static final int FALLBACK = 100;
    private static final CertificateFilter ALL = new CertificateFilter(null, false);

    private final CertificateRegistry certificates;
    private final PageTokens tokens;

    public CertificateExpiryOperations(CertificateRegistry certificates, PageTokens tokens) {
        this.certificates = certificates;
        this.tokens = tokens;
    }

    @Override
    public ListCertificateExpiriesResponse listCertificateExpiries(
            ListCertificateExpiriesRequest request, CallContext context) {
        Paging paging = tokens.bind(context, "ListCertificateExpiries");
        var page = certificates.list(
                context.scope(), ALL, paging.request(request.maxResults(), FALLBACK, request.nextToken()));
        return ListCertificateExpiriesResponse.builder()
                .certificates(page.map(CertificateExpiryOperations::shown).items())
                .nextToken(paging.token(page))
                .build();
    }

    private static CertificateExpiry shown(Certificate certificate) {
        return CertificateExpiry.builder()
                .certificateId(certificate.id().value())
                .certificateArn(certificate.arn().toString())
                .status(certificate.status().name())
                .notBefore(certificate.x509().validity().notBefore())
                .notAfter(certificate.x509().validity().notAfter())
                .build();
    }
}
