// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.analysis;

/**
 * Something that a role may do.
 *
 * <p>Immutable.
 *
 * @param action its name, for example {@code dynamodb:PutItem}
 * @param resource what it may be done to, as far as policies say
 */
public record Grant(String action, String resource) {}
