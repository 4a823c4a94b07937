/**
 * Use cases on policies: their versions, what they are attached to, what is in force for a device, and trying it out.
 *
 * <p>Start with {@link io.fleetward.application.policy.PolicyRegistry}. The language itself is {@code
 * io.fleetward.policy}.
 */
@NullMarked
package io.fleetward.application.policy;

import org.jspecify.annotations.NullMarked;
