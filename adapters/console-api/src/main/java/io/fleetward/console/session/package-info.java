// SPDX-License-Identifier: Apache-2.0
/** Signing in and out, and who a request comes from. */
@NullMarked
package io.fleetward.console.session;

import org.jspecify.annotations.NullMarked;
