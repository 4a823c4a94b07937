// SPDX-License-Identifier: Apache-2.0
/**
 * Signature Version 4 on the server's side: who sent a request, proved by a signature in its header or its query.
 *
 * <p>Main type: {@link io.fleetward.aws.api.sign.SignatureVerifier}.
 */
@NullMarked
package io.fleetward.aws.api.sign;

import org.jspecify.annotations.NullMarked;
