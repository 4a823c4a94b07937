// SPDX-License-Identifier: Apache-2.0
/**
 * The audit: what is inspected, how it is judged, and what is reported.
 *
 * <p>This package holds the vocabulary (check names, severities, resources). What a check reads is in {@code view}, the
 * checks and their catalogue in {@code check} (start with AuditChecks), the account's choices in {@code configuration},
 * the life cycle of a run in {@code task}, and its outcome, for the API and for the hub, in {@code finding}.
 */
@NullMarked
package io.fleetward.audit;

import org.jspecify.annotations.NullMarked;
