// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.sign;

import io.fleetward.application.identity.AccessKeySecret;
import io.fleetward.application.identity.Credential;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;

/**
 * Derives signing keys and remembers those that have proved right.
 *
 * <p>Thread-safe, bounded. A key is remembered only once a signature made with it was right, so that nobody without a
 * secret can fill the cache; a changed secret makes its remembered keys unusable.
 */
final class SigningKeys {
    private static final int MAX_REMEMBERED = 4_096;

    /** A derived key and the secret it was derived from. */
    record SigningKey(AccessKeySecret secret, Mac mac) {}

    private final Map<CredentialScope, SigningKey> remembered = new ConcurrentHashMap<>();

    /** The signing key of the credential for the scope. */
    SigningKey of(Credential credential, CredentialScope scope) {
        SigningKey known = remembered.get(scope);
        return known != null && known.secret().equals(credential.secret()) ? known : derive(credential.secret(), scope);
    }

    /** Remembers a key that has proved right. */
    void remember(CredentialScope scope, SigningKey key) {
        if (remembered.size() >= MAX_REMEMBERED) {
            remembered.clear();
        }
        remembered.putIfAbsent(scope, key);
        remembered.computeIfPresent(scope, (same, old) -> old.secret().equals(key.secret()) ? old : key);
    }

    /** The signing key of whoever has this secret. */
    static SigningKey derive(AccessKeySecret secret, CredentialScope scope) {
        byte[] key = ("AWS4" + secret.value()).getBytes(StandardCharsets.UTF_8);
        for (String part : new String[] {scope.date(), scope.region(), scope.service(), "aws4_request"}) {
            key = Sha256.hmac(Sha256.keyed(key), part);
        }
        return new SigningKey(secret, Sha256.keyed(key));
    }
}
