/**
 * Wildcards: whether a text matches a pattern of literals, {@code *}, {@code ?} and policy variables, and which texts
 * match patterns and do not match others.
 *
 * <p>Main types: {@link io.fleetward.policy.match.WildcardPattern}, which judges one text, and {@link
 * io.fleetward.policy.match.Search}, which finds texts by an {@link io.fleetward.policy.match.Automaton}. What a policy
 * makes of it is not known here.
 */
@NullMarked
package io.fleetward.policy.match;

import org.jspecify.annotations.NullMarked;
