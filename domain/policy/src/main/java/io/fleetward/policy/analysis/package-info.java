/**
 * What policies come to, decided for all requests at once instead of one: who may reach more than he should, which
 * denials can be got around, what a change changes, which statements never matter.
 *
 * <p>Every yes comes with a request that shows it and that {@link io.fleetward.policy.evaluate.PolicyEngine} has
 * confirmed; see {@link io.fleetward.policy.analysis.Answer}. Main types: {@link
 * io.fleetward.policy.analysis.BroadAccess}, {@link io.fleetward.policy.analysis.BypassedDenials}, {@link
 * io.fleetward.policy.analysis.PolicyDiff}, {@link io.fleetward.policy.analysis.RoleAccess}. The automata are in {@code
 * policy.match}; what an answer means for an account is the audit's affair.
 */
@NullMarked
package io.fleetward.policy.analysis;

import org.jspecify.annotations.NullMarked;
