// SPDX-License-Identifier: Apache-2.0
/** Things, types, groups, certificates and attachments as immutable records; what the broker, audit and Detect read. */
@NullMarked
package io.fleetward.registry;

import org.jspecify.annotations.NullMarked;
