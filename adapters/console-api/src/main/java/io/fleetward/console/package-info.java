// SPDX-License-Identifier: Apache-2.0
/** What the browser console talks to, one request at a time. Start with {@code Console}. */
@NullMarked
package io.fleetward.console;

import org.jspecify.annotations.NullMarked;
