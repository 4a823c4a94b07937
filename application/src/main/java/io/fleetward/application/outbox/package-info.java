// SPDX-License-Identifier: Apache-2.0
/** Side effects that leave only with the state change that caused them: at least once, in order per key. */
@NullMarked
package io.fleetward.application.outbox;

import org.jspecify.annotations.NullMarked;
