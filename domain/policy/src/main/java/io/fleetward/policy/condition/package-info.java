/**
 * The condition operators of a statement, one class per family of comparisons.
 *
 * <p>Main type: {@link io.fleetward.policy.condition.Condition}; {@link io.fleetward.policy.condition.Comparison} lists
 * what exists.
 */
@NullMarked
package io.fleetward.policy.condition;

import org.jspecify.annotations.NullMarked;
