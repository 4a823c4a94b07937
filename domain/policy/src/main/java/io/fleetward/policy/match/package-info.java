/**
 * Wildcards: whether a text matches a pattern of literals, {@code *}, {@code ?} and policy variables.
 *
 * <p>Main type: {@link io.fleetward.policy.match.WildcardPattern}.
 */
@NullMarked
package io.fleetward.policy.match;

import org.jspecify.annotations.NullMarked;
