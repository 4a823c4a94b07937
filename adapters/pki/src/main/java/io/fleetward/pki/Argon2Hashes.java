// SPDX-License-Identifier: Apache-2.0
package io.fleetward.pki;

import io.fleetward.application.user.PasswordHash;
import io.fleetward.application.user.PasswordHashes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id (RFC 9106) in the form that other programs read: {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}.
 *
 * <p>Thread-safe. A hash that was made with other costs still matches. Few are made at a time, because each takes 19 MiB.
 */
public final class Argon2Hashes implements PasswordHashes {
    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int AT_ONCE = 4;

    private static final Pattern FORM = Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})"
            + "\\$([A-Za-z0-9+/]{1,128})\\$([A-Za-z0-9+/]{1,128})");

    private final RandomGenerator random;
    private final Semaphore room = new Semaphore(AT_ONCE);

    /** How much work a hash takes. */
    private record Cost(int memoryKib, int passes, int lanes) {}

    /**
     * Hashes of the usual cost.
     *
     * @param random draws salts and must be unpredictable
     */
    public Argon2Hashes(RandomGenerator random) {
        this.random = random;
    }

    @Override
    public PasswordHash of(String password) {
        byte[] salt = drawn(SALT_BYTES);
        return encoded(salt, hash(password, salt, new Cost(MEMORY_KIB, PASSES, LANES), HASH_BYTES));
    }

    /** Drawn instead of computed: nobody will find a password that comes to it. */
    @Override
    public PasswordHash ofNobody() {
        return encoded(drawn(SALT_BYTES), drawn(HASH_BYTES));
    }

    private byte[] drawn(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static PasswordHash encoded(byte[] salt, byte[] hash) {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return new PasswordHash("$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(MEMORY_KIB, PASSES, LANES, base64.encodeToString(salt), base64.encodeToString(hash)));
    }

    @Override
    public boolean matches(String password, PasswordHash kept) {
        Matcher parts = FORM.matcher(kept.encoded());
        if (!parts.matches()) {
            throw new IllegalStateException("what is kept of a password is damaged");
        }
        var cost = new Cost(
                Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)));
        byte[] salt = Base64.getDecoder().decode(parts.group(4));
        byte[] expected = Base64.getDecoder().decode(parts.group(5));
        return MessageDigest.isEqual(expected, hash(password, salt, cost, expected.length));
    }

    private byte[] hash(String password, byte[] salt, Cost cost, int length) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memoryKib)
                .withIterations(cost.passes)
                .withParallelism(cost.lanes)
                .withSalt(salt)
                .build());
        byte[] hash = new byte[length];
        room.acquireUninterruptibly();
        try {
            generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
        } finally {
            room.release();
        }
        return hash;
    }
}
