// SPDX-License-Identifier: Apache-2.0
/** The server's own service: what it does beyond AWS, in the protocol of the others. */
@NullMarked
package io.fleetward.aws.api.fleetward;

import org.jspecify.annotations.NullMarked;
