// SPDX-License-Identifier: Apache-2.0
/**
 * The audit checks: one file per check, one line per check in the catalogue, AuditChecks.
 *
 * <p>A check is a function of an immutable view, its settings and the time. It neither knows tasks nor suppressions nor
 * the hub.
 */
@NullMarked
package io.fleetward.audit.check;

import org.jspecify.annotations.NullMarked;
