// SPDX-License-Identifier: Apache-2.0
/**
 * Why a finding is there and what came of it: the records that other parts keep, put in one order.
 *
 * <p>Start with {@link io.fleetward.application.chain.FindingChains}. Nothing is kept here.
 */
@NullMarked
package io.fleetward.application.chain;

import org.jspecify.annotations.NullMarked;
