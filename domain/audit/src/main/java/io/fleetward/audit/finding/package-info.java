// SPDX-License-Identifier: Apache-2.0
/**
 * What an audit reports: findings as the API shows them, and the documents that go to the hub.
 *
 * <p>Start with CheckReport, which turns the result of a check into findings. AuditFindings and CheckSummaries write
 * them as ASFF (audit, Security Hub integration).
 */
@NullMarked
package io.fleetward.audit.finding;

import org.jspecify.annotations.NullMarked;
