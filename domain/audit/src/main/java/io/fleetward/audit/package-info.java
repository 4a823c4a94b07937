// SPDX-License-Identifier: Apache-2.0
/** Checks of the configuration, audit tasks, and their findings in ASFF. Start with AuditChecks. */
@NullMarked
package io.fleetward.audit;

import org.jspecify.annotations.NullMarked;
