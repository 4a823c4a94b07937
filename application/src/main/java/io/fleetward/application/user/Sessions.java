// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.user;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * All open sessions, in memory: they end with the process, so nothing that is copied from its disk opens one.
 *
 * <p>Thread-safe. A session ends by itself when it is not used for {@link #IDLE}, and {@link #LONGEST} after it was
 * opened in any case. Of its token only the hash is kept. Bounded: a further session of a user, or of all, ends the one
 * least recently used.
 */
public final class Sessions {
    /** How long a session lives unused. */
    public static final Duration IDLE = Duration.ofMinutes(30);

    /** How long a session lives at all. */
    public static final Duration LONGEST = Duration.ofHours(12);

    /** Most sessions of one user. */
    public static final int MOST_OF_USER = 16;

    /** Most sessions of all users. */
    public static final int MOST = 10_000;

    /** 256 bits. */
    private static final int TOKEN_BYTES = 32;

    private static final int ID_BYTES = 8;

    private final RandomGenerator random;
    private final InstantSource clock;
    private final Map<String, Session> byHash = new ConcurrentHashMap<>();
    private final Map<String, String> hashById = new ConcurrentHashMap<>();
    private final List<Consumer<Session>> listeners = new CopyOnWriteArrayList<>();

    /**
     * No session yet.
     *
     * @param random draws the tokens and must not be guessable
     */
    public Sessions(RandomGenerator random, InstantSource clock) {
        this.random = random;
        this.clock = clock;
    }

    /**
     * A session just opened.
     *
     * @param token proves whose it is; shown to the person's browser alone and kept nowhere
     */
    public record Opened(String token, Session session) {
        @Override
        public String toString() {
            return session.toString();
        }
    }

    /** Is told of each session that ends, for the life of the process. */
    public void listen(Consumer<Session> ended) {
        listeners.add(ended);
    }

    /** Opens a session of the user. */
    public synchronized Opened open(User user) {
        endExpired();
        makeRoom(session -> session.user().equals(user.id()), MOST_OF_USER);
        makeRoom(_ -> true, MOST);
        String token = random(TOKEN_BYTES);
        var session = new Session("session-" + hex(), user, random(TOKEN_BYTES), clock.instant());
        String hash = hash(token);
        byHash.put(hash, session);
        hashById.put(session.id(), hash);
        return new Opened(token, session);
    }

    /** The live session of this token, which counts as used now; null when there is none. */
    public @Nullable Session use(String token) {
        Session session = byHash.get(hash(token));
        if (session == null || isExpired(session)) {
            return null;
        }
        session.used(clock.instant());
        return session;
    }

    /** The live session of this token, which is not used by being looked at; null when there is none. */
    public @Nullable Session peek(String token) {
        Session session = byHash.get(hash(token));
        return session == null || isExpired(session) ? null : session;
    }

    /** Whether the session lives. */
    public boolean isLive(Session session) {
        return hashById.containsKey(session.id()) && !isExpired(session);
    }

    /** The live session of this id, for those who opened something with it; null when there is none. */
    public @Nullable Session find(String id) {
        String hash = hashById.get(id);
        Session session = hash == null ? null : byHash.get(hash);
        return session == null || isExpired(session) ? null : session;
    }

    /** When the session ends if it is not used again. */
    public Instant expiresAt(Session session) {
        Instant unused = session.usedAt().plus(IDLE);
        Instant last = session.openedAt().plus(LONGEST);
        return unused.isBefore(last) ? unused : last;
    }

    /** Ends the session. */
    public void end(Session session) {
        String hash = hashById.remove(session.id());
        if (hash != null && byHash.remove(hash) != null) {
            listeners.forEach(listener -> listener.accept(session));
        }
    }

    /** Ends all sessions of the user. */
    public void endAll(UserId user) {
        endIf(session -> session.user().equals(user));
    }

    /** Ends what has expired, and tells. */
    public void endExpired() {
        endIf(this::isExpired);
    }

    private void endIf(Predicate<Session> condition) {
        byHash.values().stream().filter(condition).toList().forEach(this::end);
    }

    private void makeRoom(Predicate<Session> among, int most) {
        List<Session> open = byHash.values().stream()
                .filter(among)
                .sorted(Comparator.comparing(Session::usedAt))
                .toList();
        open.subList(0, Math.max(0, open.size() - most + 1)).forEach(this::end);
    }

    private boolean isExpired(Session session) {
        return !clock.instant().isBefore(expiresAt(session));
    }

    private String random(int bytes) {
        byte[] value = new byte[bytes];
        random.nextBytes(value);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(value);
    }

    private String hex() {
        byte[] value = new byte[ID_BYTES];
        random.nextBytes(value);
        return HexFormat.of().formatHex(value);
    }

    private static String hash(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
