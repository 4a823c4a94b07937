// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.view;

import org.jspecify.annotations.Nullable;

/**
 * A pool of web identities and the roles that these take.
 *
 * <p>Immutable.
 *
 * @param authenticatedRole the ARN of the role of whoever signed in, null when nobody gets one
 * @param unauthenticatedRole the ARN of the role of everybody else, null when nobody gets one
 */
public record IdentityPool(
        String id,
        @Nullable String authenticatedRole,
        @Nullable String unauthenticatedRole) {}
