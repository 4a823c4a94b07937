// SPDX-License-Identifier: Apache-2.0
/**
 * IoT policies: parse a document, decide a request, explain the decision.
 *
 * <p>Start with {@link io.fleetward.policy.document.PolicyDocument} and {@link
 * io.fleetward.policy.evaluate.PolicyEngine}. Which policies apply to whom is not known here.
 */
@NullMarked
package io.fleetward.policy;

import org.jspecify.annotations.NullMarked;
