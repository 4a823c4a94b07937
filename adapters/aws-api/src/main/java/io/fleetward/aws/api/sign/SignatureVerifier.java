// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.sign;

import io.fleetward.application.identity.Caller;
import io.fleetward.application.identity.Credential;
import io.fleetward.application.identity.Credentials;
import io.fleetward.aws.api.fault.Fault;
import io.fleetward.aws.api.fault.FaultException;
import io.fleetward.aws.api.http.ApiRequest;
import io.fleetward.aws.api.http.Parameters;
import io.fleetward.aws.api.http.UriPath;
import io.fleetward.aws.api.sign.SigningKeys.SigningKey;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Region;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.HexFormat;

/**
 * Verifies Signature Version 4, in the {@code Authorization} header or in the query of a presigned request.
 *
 * <p>Thread-safe, without locks on the path of a request. Account, role and ARN come from the access key, the region from
 * the credential scope. Session tokens are not issued here, so a request that carries one is refused. Specification:
 * aws-protocol, signature version 4 on the server.
 */
public final class SignatureVerifier implements Authenticator {
    private static final int HASH_DIGITS = 64;

    private final Credentials credentials;
    private final InstantSource clock;
    private final SigningKeys keys = new SigningKeys();

    public SignatureVerifier(Credentials credentials, InstantSource clock) {
        this.credentials = credentials;
        this.clock = clock;
    }

    @Override
    public Caller authenticate(ApiRequest request, UriPath path) {
        Parameters query = Parameters.parse(request.query());
        SignedClaim claim = SignedClaim.of(request, query);
        Credential credential = credentials.find(claim.scope().accessKeyId());
        if (credential == null || claim.securityToken() != null) {
            throw new FaultException(Fault.UNKNOWN_KEY, "The security token included in the request is invalid.");
        }
        SigningTime.check(claim, clock.instant());
        SignedHeaders.check(claim, request.headers());
        String canonical = new CanonicalRequest(request, path, query).text(claim.signedHeaders(), payloadHash(request));
        verify(claim, credential, canonical);
        Caller caller = caller(claim, credential, request.remoteAddress());
        credentials.used(credential.accessKeyId());
        return caller;
    }

    private void verify(SignedClaim claim, Credential credential, String canonical) {
        CredentialScope scope = claim.scope();
        String toSign =
                SignatureHeader.ALGORITHM + "\n" + claim.time() + "\n" + scope.text() + "\n" + Sha256.hex(canonical);
        SigningKey key = keys.of(credential, scope);
        String expected = HexFormat.of().formatHex(Sha256.hmac(key.mac(), toSign));
        boolean right = MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.US_ASCII), claim.signature().getBytes(StandardCharsets.UTF_8));
        if (!right) {
            throw new FaultException(
                    Fault.INVALID_SIGNATURE,
                    "The request signature we calculated does not match the signature you provided. Check your AWS"
                            + " Secret Access Key and signing method. Consult the service documentation for details.");
        }
        keys.remember(scope, key);
    }

    private static String payloadHash(ApiRequest request) {
        String actual = Sha256.hex(request.body());
        String claimed = request.headers().first("x-amz-content-sha256");
        if (claimed == null) {
            return actual;
        }
        if (claimed.length() != HASH_DIGITS) {
            throw new FaultException(
                    Fault.INVALID_SIGNATURE,
                    "x-amz-content-sha256 must be the hash of the payload, not " + claimed + ".");
        }
        if (!claimed.equals(actual)) {
            throw new FaultException(
                    Fault.INVALID_SIGNATURE,
                    "The provided x-amz-content-sha256 header does not match what was computed.");
        }
        return actual;
    }

    private static Caller caller(SignedClaim claim, Credential credential, String address) {
        String region = claim.scope().region();
        if (!Region.isValid(region)) {
            throw new FaultException(Fault.INVALID_SIGNATURE, "Credential should be scoped to a valid region.");
        }
        if (!credential.limits().permits(new Region(region))) {
            throw new FaultException(Fault.ACCESS_DENIED, "The access key may not be used in region " + region + ".");
        }
        return new Caller(
                new AccountRegion(credential.account(), new Region(region)),
                credential.arn(),
                credential.accessKeyId(),
                credential.roles(),
                address);
    }
}
