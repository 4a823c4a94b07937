// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.sign;

import io.fleetward.aws.api.fault.Fault;
import io.fleetward.aws.api.fault.FaultException;
import io.fleetward.aws.api.http.ApiRequest;
import io.fleetward.aws.api.http.Parameters;
import org.jspecify.annotations.Nullable;

/**
 * The {@code Credential} of a signature: access key, day, region and service. Immutable.
 *
 * @param date the day as eight digits
 */
public record CredentialScope(String accessKeyId, String date, String region, String service) {
    private static final int PARTS = 5;
    private static final String TERMINATOR = "aws4_request";

    /** Reads {@code key/date/region/service/aws4_request}. */
    public static CredentialScope parse(String credential) {
        String[] parts = credential.split("/", -1);
        if (parts.length != PARTS || !parts[4].equals(TERMINATOR) || parts[0].isEmpty()) {
            throw new FaultException(
                    Fault.INCOMPLETE_SIGNATURE,
                    "Credential must have exactly 5 slash-delimited elements, e.g."
                            + " keyid/date/region/service/aws4_request.");
        }
        return new CredentialScope(parts[0], parts[1], parts[2], parts[3]);
    }

    /** The signing name of the service that a request claims to be signed for, or null when it shows none. */
    public static @Nullable String serviceOf(ApiRequest request) {
        String authorization = request.headers().first("authorization");
        String credential =
                authorization == null ? inQuery(request.query()) : SignatureHeader.field(authorization, "Credential");
        if (credential == null) {
            return null;
        }
        String[] parts = credential.split("/", -1);
        return parts.length == PARTS ? parts[3] : null;
    }

    private static @Nullable String inQuery(String query) {
        return query.contains("X-Amz-Credential=") ? Parameters.parse(query).first("X-Amz-Credential") : null;
    }

    /** The scope as it is part of the string to sign. */
    public String text() {
        return date + "/" + region + "/" + service + "/" + TERMINATOR;
    }
}
