// SPDX-License-Identifier: Apache-2.0
/**
 * Use cases that do something about findings and violations, and the work that carries an order through.
 *
 * <p>MitigationActionRegistry keeps an account's actions, Mitigations starts, shows and cancels tasks, MitigationRunner
 * carries them out: one transaction per action and subject changes the registry, through the use cases that the API
 * calls, and writes down what was changed. MitigationRehearsal says beforehand what would be, MitigationUndo takes back.
 */
@NullMarked
package io.fleetward.application.mitigation;

import org.jspecify.annotations.NullMarked;
