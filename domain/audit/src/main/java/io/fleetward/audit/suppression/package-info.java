// SPDX-License-Identifier: Apache-2.0
/**
 * Which findings an account does not want to be bothered with. Start with AuditSuppression; what is in force while a
 * check is reported are Suppressions.
 */
@NullMarked
package io.fleetward.audit.suppression;

import org.jspecify.annotations.NullMarked;
