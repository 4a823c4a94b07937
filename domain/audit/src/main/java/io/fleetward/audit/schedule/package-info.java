// SPDX-License-Identifier: Apache-2.0
/**
 * When audits run by themselves: how often, on which day, and which checks (audit, scheduled audits).
 *
 * <p>Start with ScheduledAudit. Waking up at the right moment is not here.
 */
@NullMarked
package io.fleetward.audit.schedule;

import org.jspecify.annotations.NullMarked;
