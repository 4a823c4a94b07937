// SPDX-License-Identifier: Apache-2.0
package io.fleetward.pki;

import io.fleetward.application.error.RetryableException;
import io.fleetward.application.error.ThrottledException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Makes key pairs; RSA ones on few threads of their own, because each keeps a processor busy for a good while and
 * would otherwise stall every request that shares the virtual threads' carriers.
 *
 * <p>Thread-safe. When {@value #WAITING} requests wait, further ones are refused with a {@link ThrottledException}.
 */
final class KeyPairs implements AutoCloseable {
    private static final int WAITING = 64;
    private static final int RSA_BITS = 2048;
    private static final int THREADS = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

    private final SecureRandom random;
    private final ExecutorService workers;

    KeyPairs(SecureRandom random) {
        this.random = random;
        var threads = Thread.ofPlatform().daemon().name("key-pairs-", 0).factory();
        workers = new ThreadPoolExecutor(
                THREADS, THREADS, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), threads);
    }

    /** A pair for an authority or a server; quick. */
    static KeyPair p256(SecureRandom random) {
        return generate("EC", new ECGenParameterSpec("secp256r1"), random);
    }

    /** A pair for an authority or a server, made here and now; takes a good while. */
    static KeyPair rsa(SecureRandom random) {
        return generate("RSA", new RSAKeyGenParameterSpec(RSA_BITS, RSAKeyGenParameterSpec.F4), random);
    }

    /** Waits until a worker has made the pair. */
    KeyPair rsa() {
        try {
            Future<KeyPair> made = workers.submit(() -> rsa(random));
            return made.get();
        } catch (RejectedExecutionException full) {
            throw new ThrottledException("too many key pairs are being made");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new RetryableException("interrupted while making a key pair", interrupted);
        } catch (ExecutionException failure) {
            throw new IllegalStateException("cannot make an RSA key pair", failure);
        }
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }

    private static KeyPair generate(String algorithm, AlgorithmParameterSpec parameters, SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(parameters, random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("the platform makes no " + algorithm + " keys", missing);
        }
    }
}
