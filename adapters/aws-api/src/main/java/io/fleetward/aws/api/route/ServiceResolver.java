// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.route;

import io.fleetward.aws.api.http.ApiRequest;
import io.fleetward.aws.api.http.Headers;
import io.fleetward.aws.api.http.MalformedUriException;
import io.fleetward.aws.api.http.Parameters;
import io.fleetward.aws.api.model.AwsService;
import io.fleetward.aws.api.sign.CredentialScope;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which service a request is for: from its credential scope, else from the version in its form, else from the
 * host name, else from the target header.
 *
 * <p>Specification: aws-protocol, wire rules, "one port for all services".
 */
public final class ServiceResolver {
    private ServiceResolver() {}

    /** The service, or null when nothing names one that we serve. */
    public static @Nullable AwsService resolve(ApiRequest request) {
        String signed = CredentialScope.serviceOf(request);
        if (signed != null) {
            return AwsService.signedAs(signed);
        }
        // First, because the links in notifications work under whatever name the operator gave this server.
        AwsService service = request.path().equals("/") ? byVersion(request) : null;
        if (service == null) {
            service = byHost(request.headers().first("host"));
        }
        return service == null ? byTarget(request.headers().first("x-amz-target")) : service;
    }

    /** Whether the client speaks the query protocol and therefore reads XML only. */
    public static boolean isForm(Headers headers) {
        String type = headers.first("content-type");
        return type != null && type.startsWith("application/x-www-form-urlencoded");
    }

    /** The parameters of a query-protocol request, in its body or in its query. */
    public static Parameters form(ApiRequest request) {
        boolean inBody = isForm(request.headers()) && request.body().length > 0;
        return Parameters.parse(inBody ? new String(request.body(), StandardCharsets.UTF_8) : request.query());
    }

    private static @Nullable AwsService byHost(@Nullable String host) {
        if (host == null) {
            return null;
        }
        int dot = host.indexOf('.');
        return switch (dot < 0 ? "" : host.substring(0, dot)) {
            case "iot" -> AwsService.IOT;
            case "data-ats", "data" -> AwsService.IOT_DATA;
            case "securityhub" -> AwsService.SECURITY_HUB;
            case "events" -> AwsService.EVENTS;
            case "sns" -> AwsService.SNS;
            case "sts" -> AwsService.STS;
            case "fleetward" -> AwsService.FLEETWARD;
            default -> null;
        };
    }

    private static @Nullable AwsService byTarget(@Nullable String target) {
        return target != null && target.startsWith("AWSEvents.") ? AwsService.EVENTS : null;
    }

    private static @Nullable AwsService byVersion(ApiRequest request) {
        try {
            return byVersion(form(request));
        } catch (MalformedUriException _) {
            // Who serves the request refuses it in his own words.
            return null;
        }
    }

    private static @Nullable AwsService byVersion(Parameters form) {
        String version = form.first("Version");
        if (version == null || form.first("Action") == null) {
            return null;
        }
        return switch (version) {
            case "2011-06-15" -> AwsService.STS;
            case "2010-03-31" -> AwsService.SNS;
            default -> null;
        };
    }
}
