// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.notification;

import io.fleetward.kernel.Arn;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Makes and proves the tokens by which an endpoint confirms or ends its subscription without an access key.
 *
 * <p>Immutable, thread-safe. A token names a subscription and when its endpoint was invited, under a message
 * authentication code for just that purpose; none is stored anywhere. Its form is ours: hexadecimal digits.
 */
public final class SubscriptionTokens {
    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern FORM = Pattern.compile("([0-9a-f]{32})([0-9a-f]{16})([0-9a-f]{64})");
    private static final HexFormat HEX = HexFormat.of();

    private final SecretKeySpec key;

    /** What a token is good for. */
    private enum Purpose {
        CONFIRM,
        UNSUBSCRIBE
    }

    /**
     * What a genuine token says. Immutable.
     *
     * @param id of the subscription
     */
    public record Claim(String id, Instant invitedAt) {}

    /** @param key 32 secret bytes, the same on every node and after every start */
    public SubscriptionTokens(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** By which the endpoint confirms the subscription. */
    public String confirming(Subscription subscription) {
        return token(
                Purpose.CONFIRM,
                subscription.topicArn().toString(),
                new Claim(subscription.id(), subscription.invitedAt()));
    }

    /** By which the endpoint ends the subscription. */
    public String unsubscribing(Subscription subscription) {
        return token(
                Purpose.UNSUBSCRIBE,
                subscription.arn().toString(),
                new Claim(subscription.id(), subscription.invitedAt()));
    }

    /** What the token confirms of this topic; null when it is not genuine. */
    public @Nullable Claim confirmed(Arn topic, String token) {
        return proven(Purpose.CONFIRM, topic.toString(), token);
    }

    /** Whether the token ends the subscription of this ARN. */
    public boolean unsubscribes(Arn subscription, String token) {
        return proven(Purpose.UNSUBSCRIBE, subscription.toString(), token) != null;
    }

    private @Nullable Claim proven(Purpose purpose, String arn, String token) {
        Matcher parts = FORM.matcher(token);
        if (!parts.matches()) {
            return null;
        }
        var claim =
                new Claim(uuid(parts.group(1)), Instant.ofEpochMilli(HexFormat.fromHexDigitsToLong(parts.group(2))));
        byte[] expected = token(purpose, arn, claim).getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(expected, token.getBytes(StandardCharsets.US_ASCII)) ? claim : null;
    }

    private String token(Purpose purpose, String arn, Claim claim) {
        String id = claim.id().replace("-", "");
        String at = HEX.toHexDigits(claim.invitedAt().toEpochMilli());
        String signed = String.join("\n", purpose.name(), arn, id, at);
        return id + at + HEX.formatHex(mac(signed));
    }

    private byte[] mac(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, impossible);
        }
    }

    private static String uuid(String digits) {
        return new UUID(
                        HexFormat.fromHexDigitsToLong(digits.substring(0, 16)),
                        HexFormat.fromHexDigitsToLong(digits.substring(16)))
                .toString();
    }
}
