// SPDX-License-Identifier: Apache-2.0
package io.fleetward.registry.certificate;

/**
 * How strong a public key is.
 *
 * <p>Immutable.
 *
 * @param algorithm {@code RSA}, {@code EC}, {@code DSA}, {@code Ed25519}, …
 * @param bits size of the modulus, of the curve's field or of the prime; 0 when the algorithm has none we know
 */
public record PublicKeyFacts(String algorithm, int bits) {}
