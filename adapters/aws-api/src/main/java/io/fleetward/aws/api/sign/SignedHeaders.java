// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.sign;

import io.fleetward.aws.api.fault.Fault;
import io.fleetward.aws.api.fault.FaultException;
import io.fleetward.aws.api.http.Headers;
import java.util.Set;

/**
 * Judges the list of signed headers: the host and every header that can change what a request means must be on it.
 *
 * <p>{@code x-amzn-*} headers carry members of requests, so they count as well. Specification: aws-protocol, signature
 * version 4, "refuse a request unless".
 */
final class SignedHeaders {
    /** Added by clients and proxies after signing, and without meaning to any operation. */
    private static final Set<String> MAY_BE_UNSIGNED = Set.of("x-amz-user-agent", "x-amzn-trace-id");

    private SignedHeaders() {}

    /** Refuses a claim that leaves out a header or signs one that is not there. */
    static void check(SignedClaim claim, Headers headers) {
        Set<String> signed = Set.copyOf(claim.signedHeaders());
        if (!signed.contains("host")) {
            throw unsigned("host");
        }
        for (String name : headers.names()) {
            boolean matters = name.startsWith("x-amz-") || name.startsWith("x-amzn-");
            if (matters && !signed.contains(name) && !MAY_BE_UNSIGNED.contains(name)) {
                throw unsigned(name);
            }
        }
        for (String name : signed) {
            if (headers.first(name) == null) {
                throw new FaultException(
                        Fault.INVALID_SIGNATURE,
                        "SignedHeaders names '" + name + "', which the request does not have.");
            }
        }
    }

    private static FaultException unsigned(String name) {
        return new FaultException(
                Fault.INVALID_SIGNATURE, "'" + name + "' must be a 'SignedHeader' in the AWS Credentials.");
    }
}
