// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

import io.fleetward.edge.http.HttpHandler;
import io.fleetward.edge.http.HttpRequest;
import io.fleetward.edge.http.HttpResponse;
import io.fleetward.pki.NotificationSigner;
import org.jspecify.annotations.Nullable;

/**
 * Shows everybody the certificate by which notifications are signed, and hands all else on.
 *
 * @param next answers whatever does not ask for that certificate
 */
record SigningCertificates(NotificationSigner signer, HttpHandler next) implements HttpHandler {
    private static final String PREFIX = "/SimpleNotificationService-";

    @Override
    public HttpResponse handle(HttpRequest request) {
        String certificate = certificate(request);
        return certificate == null ? next.handle(request) : HttpResponse.of(200, "application/x-pem-file", certificate);
    }

    private @Nullable String certificate(HttpRequest request) {
        boolean isAskedFor = request.method().equals("GET") && request.rawPath().startsWith(PREFIX);
        return isAskedFor ? signer.certificate(request.rawPath().substring(1)) : null;
    }
}
