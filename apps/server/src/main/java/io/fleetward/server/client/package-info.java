// SPDX-License-Identifier: Apache-2.0
/** What commands need that talk to a running server as any client does. */
@NullMarked
package io.fleetward.server.client;

import org.jspecify.annotations.NullMarked;
