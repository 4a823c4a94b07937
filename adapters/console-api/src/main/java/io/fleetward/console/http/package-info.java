// SPDX-License-Identifier: Apache-2.0
/** Requests, answers and errors of the console, without a socket; the server translates those of its edge. */
@NullMarked
package io.fleetward.console.http;

import org.jspecify.annotations.NullMarked;
