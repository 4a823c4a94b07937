// SPDX-License-Identifier: Apache-2.0
/** What can go wrong before an operation is reached, and the names each service gives to it. */
@NullMarked
package io.fleetward.aws.api.fault;

import org.jspecify.annotations.NullMarked;
