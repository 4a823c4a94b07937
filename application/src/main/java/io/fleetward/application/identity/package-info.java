// SPDX-License-Identifier: Apache-2.0
/** Who calls and what they may do: accounts, access keys, roles, and the log of administrative acts. */
@NullMarked
package io.fleetward.application.identity;

import org.jspecify.annotations.NullMarked;
