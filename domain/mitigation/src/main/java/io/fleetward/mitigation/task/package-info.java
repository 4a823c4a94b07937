// SPDX-License-Identifier: Apache-2.0
/**
 * The work of one order: actions on every finding or violation that it names, one after the other. Start with
 * MitigationTask.
 */
@NullMarked
package io.fleetward.mitigation.task;

import org.jspecify.annotations.NullMarked;
