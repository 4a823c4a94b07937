// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.sign;

import io.fleetward.aws.api.fault.Fault;
import io.fleetward.aws.api.fault.FaultException;
import io.fleetward.aws.api.http.ApiRequest;
import io.fleetward.aws.api.http.Parameters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a signed request claims: its scope, when and what was signed, and the signature itself. Immutable.
 *
 * @param time the signing time as it was sent
 * @param expires seconds a presigned request may be used for, null for a signature in the header
 * @param signedHeaders in the order they were signed
 * @param securityToken a session token that came along, null when none did
 */
record SignedClaim(
        CredentialScope scope,
        String time,
        @Nullable String expires,
        List<String> signedHeaders,
        String signature,
        @Nullable String securityToken) {
    private static final String PRESIGNED = "X-Amz-Signature";

    /** Reads the claim from the header or the query. */
    static SignedClaim of(ApiRequest request, Parameters query) {
        List<String> headers = request.headers().all("authorization");
        boolean presigned = query.first(PRESIGNED) != null || query.first("X-Amz-Credential") != null;
        if (headers.isEmpty()) {
            if (presigned) {
                return inQuery(query);
            }
            throw new FaultException(Fault.MISSING_SIGNATURE, "Missing Authentication Token");
        }
        if (headers.size() > 1 || presigned) {
            throw new FaultException(
                    Fault.INCOMPLETE_SIGNATURE, "Only one authentication mechanism is allowed in a request.");
        }
        return inHeader(request, headers.getFirst());
    }

    private static SignedClaim inHeader(ApiRequest request, String header) {
        if (!header.startsWith(SignatureHeader.ALGORITHM + " ")) {
            throw new FaultException(
                    Fault.INCOMPLETE_SIGNATURE,
                    "Authorization header requires the algorithm " + SignatureHeader.ALGORITHM + ".");
        }
        return new SignedClaim(
                CredentialScope.parse(inHeader(header, "Credential")),
                SigningTime.inHeader(request.headers()),
                null,
                List.of(inHeader(header, "SignedHeaders").split(";", -1)),
                inHeader(header, "Signature"),
                request.headers().first("x-amz-security-token"));
    }

    private static String inHeader(String header, String name) {
        String value = SignatureHeader.field(header, name);
        if (value == null || value.isEmpty()) {
            throw new FaultException(
                    Fault.INCOMPLETE_SIGNATURE, "Authorization header requires '" + name + "' parameter.");
        }
        return value;
    }

    private static SignedClaim inQuery(Parameters query) {
        if (!SignatureHeader.ALGORITHM.equals(inQuery(query, "X-Amz-Algorithm"))) {
            throw new FaultException(
                    Fault.INCOMPLETE_SIGNATURE, "X-Amz-Algorithm must be " + SignatureHeader.ALGORITHM + ".");
        }
        String expires = query.first("X-Amz-Expires");
        return new SignedClaim(
                CredentialScope.parse(inQuery(query, "X-Amz-Credential")),
                inQuery(query, "X-Amz-Date"),
                expires == null ? "" : expires,
                List.of(inQuery(query, "X-Amz-SignedHeaders").split(";", -1)),
                inQuery(query, PRESIGNED),
                query.first("X-Amz-Security-Token"));
    }

    private static String inQuery(Parameters query, String name) {
        String value = query.first(name);
        if (value == null || value.isEmpty()) {
            throw new FaultException(
                    Fault.INCOMPLETE_SIGNATURE, "AWS query-string parameters must include '" + name + "'.");
        }
        return value;
    }
}
