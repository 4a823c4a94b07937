// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.page;

import io.fleetward.application.identity.CallContext;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Turns the keyset of the next page into a token that only this server understands, and back.
 *
 * <p>Thread-safe. A token works only in the account and region, for the operation and with the query it was issued
 * for, and stays valid across restarts as long as the key does. Its alphabet is that of {@code iot} markers.
 * Specification: iot-core, pagination.
 */
public final class PageTokens {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int TAG_LENGTH = 16;

    private final Mac prototype;

    /**
     * Takes the server's key.
     *
     * @param key at least 16 secret bytes, the same after every restart and on every node
     */
    public PageTokens(byte[] key) {
        if (key.length < TAG_LENGTH) {
            throw new IllegalArgumentException("a page token key has at least " + TAG_LENGTH + " bytes");
        }
        try {
            prototype = Mac.getInstance(ALGORITHM);
            prototype.init(new SecretKeySpec(key, ALGORITHM));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, missing);
        }
    }

    /**
     * The paging of one call.
     *
     * @param query whatever selects or orders the listed items besides the page size; absent values as null
     */
    public Paging bind(CallContext context, String operation, @Nullable Object... query) {
        var binding = new StringBuilder();
        append(context.scope().toString(), binding);
        append(operation, binding);
        for (Object part : query) {
            append(part == null ? null : part.toString(), binding);
        }
        return new Paging(this, binding.toString());
    }

    String seal(String binding, String keyset) {
        byte[] text = keyset.getBytes(StandardCharsets.UTF_8);
        byte[] token = new byte[TAG_LENGTH + text.length];
        System.arraycopy(tag(binding, text), 0, token, 0, TAG_LENGTH);
        System.arraycopy(text, 0, token, TAG_LENGTH, text.length);
        return Base64.getEncoder().encodeToString(token);
    }

    @Nullable
    String open(String binding, String token) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(token);
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
        if (bytes.length < TAG_LENGTH) {
            return null;
        }
        byte[] text = Arrays.copyOfRange(bytes, TAG_LENGTH, bytes.length);
        boolean genuine = MessageDigest.isEqual(tag(binding, text), Arrays.copyOf(bytes, TAG_LENGTH));
        return genuine ? new String(text, StandardCharsets.UTF_8) : null;
    }

    private byte[] tag(String binding, byte[] text) {
        Mac mac = clonePrototype();
        mac.update(binding.getBytes(StandardCharsets.UTF_8));
        return Arrays.copyOf(mac.doFinal(text), TAG_LENGTH);
    }

    private Mac clonePrototype() {
        try {
            return (Mac) prototype.clone();
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException("the platform's " + ALGORITHM + " can be cloned", impossible);
        }
    }

    /** No text has the form of another, and none that of an absent one. */
    private static void append(@Nullable String part, StringBuilder out) {
        out.append(part == null ? -1 : part.length()).append(':').append(part == null ? "" : part);
    }
}
