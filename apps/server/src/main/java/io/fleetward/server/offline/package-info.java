// SPDX-License-Identifier: Apache-2.0
/**
 * Audits files instead of a server: policy documents, certificates and settings that lie in a repository or were saved
 * by the aws CLI.
 *
 * <p>Main types: {@link io.fleetward.server.offline.PolicyFiles} and {@link io.fleetward.server.offline.AuditFolder}
 * read files, {@link io.fleetward.server.offline.Inspection} runs the checks of the product over them, {@link
 * io.fleetward.server.offline.ReportFormat} writes what they found. Options and exit codes are the commands' affair.
 */
@NullMarked
package io.fleetward.server.offline;

import org.jspecify.annotations.NullMarked;
