// SPDX-License-Identifier: Apache-2.0
/** HTTP as the handlers see it: plain records, no socket. The server plugs the API in as an {@code HttpHandler}. */
@NullMarked
package io.fleetward.edge.http;

import org.jspecify.annotations.NullMarked;
