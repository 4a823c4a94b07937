// SPDX-License-Identifier: Apache-2.0
/**
 * What is done about findings and violations: which actions there are, what they change, and the tasks that carry them
 * out.
 *
 * <p>An account's actions and what they may be applied to are in {@code action}, what they change and how that is undone
 * in {@code effect}, the work on many findings or violations in {@code task}. Nothing here touches the registry.
 */
@NullMarked
package io.fleetward.mitigation;

import org.jspecify.annotations.NullMarked;
