/**
 * Policy variables: the context keys a request carries, and text in which {@code ${key}} stands for their values.
 *
 * <p>Main types: {@link io.fleetward.policy.variable.PolicyContext} and {@link io.fleetward.policy.variable.Template}.
 */
@NullMarked
package io.fleetward.policy.variable;

import org.jspecify.annotations.NullMarked;
