// SPDX-License-Identifier: Apache-2.0
/**
 * Use cases of the audit, and the work that carries an audit through.
 *
 * <p>Start with Audits, which starts a task, and AuditTaskRunner, which runs it: one transaction per finished check
 * stores its findings and leaves them for the hub. What the checks judge comes from RegistryViews. The checks themselves
 * are in the domain.
 */
@NullMarked
package io.fleetward.application.audit;

import org.jspecify.annotations.NullMarked;
