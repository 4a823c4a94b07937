// SPDX-License-Identifier: Apache-2.0
/**
 * One run of checks from its start to its end: which checks, where each stands, and what follows for the whole.
 *
 * <p>Start with AuditTask. Running a check and keeping tasks are not here.
 */
@NullMarked
package io.fleetward.audit.task;

import org.jspecify.annotations.NullMarked;
