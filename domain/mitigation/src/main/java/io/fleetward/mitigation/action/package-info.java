// SPDX-License-Identifier: Apache-2.0
/**
 * The six types of mitigation actions, the actions that an account has made of them, and what they may be applied to.
 *
 * <p>Start with ActionParams, one class per type.
 */
@NullMarked
package io.fleetward.mitigation.action;

import org.jspecify.annotations.NullMarked;
