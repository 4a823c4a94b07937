/**
 * May this request happen? Decisions over all policies in force, with an explanation or as fast as possible.
 *
 * <p>Main types: {@link io.fleetward.policy.evaluate.PolicyEngine}, which explains, and {@link
 * io.fleetward.policy.evaluate.Authorizer}, which is bound to one connection and only answers.
 */
@NullMarked
package io.fleetward.policy.evaluate;

import org.jspecify.annotations.NullMarked;
