// SPDX-License-Identifier: Apache-2.0
package io.fleetward.pki;

/** The kinds of key a server certificate can have. */
public enum ServerKeyType {
    /** What the server normally presents. */
    P256,
    /** For devices whose TLS library knows no elliptic curves. */
    RSA_2048
}
