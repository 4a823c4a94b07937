// SPDX-License-Identifier: Apache-2.0
/** Tables of mitigation: actions, tasks with their subjects and executions, the journal. */
@NullMarked
package io.fleetward.store.mitigation;

import org.jspecify.annotations.NullMarked;
