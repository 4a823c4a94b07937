// SPDX-License-Identifier: Apache-2.0
/**
 * The history of connections that audits judge: recorded from the broker's facts, kept for 31 days and two hours.
 *
 * <p>Start with ConnectionRecorder. What is judged about it is in the domain, by the checks.
 */
@NullMarked
package io.fleetward.application.audit.connection;

import org.jspecify.annotations.NullMarked;
