// SPDX-License-Identifier: Apache-2.0
/** The operations of the AWS API under a session. */
@NullMarked
package io.fleetward.console.operation;

import org.jspecify.annotations.NullMarked;
