// SPDX-License-Identifier: Apache-2.0
/**
 * X.509: the server's own certificate authority, its server certificate, and reading certificates from outside.
 *
 * <p>Start with {@link io.fleetward.pki.AuthorityFolder}. The only package that uses the certificate library.
 */
@NullMarked
package io.fleetward.pki;

import org.jspecify.annotations.NullMarked;
