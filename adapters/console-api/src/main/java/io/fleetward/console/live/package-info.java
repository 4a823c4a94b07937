// SPDX-License-Identifier: Apache-2.0
/** What changes, as it changes: server-sent events for the pages of the console. */
@NullMarked
package io.fleetward.console.live;

import org.jspecify.annotations.NullMarked;
