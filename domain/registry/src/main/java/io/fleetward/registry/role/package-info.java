// SPDX-License-Identifier: Apache-2.0
/** Role aliases: names under which devices may ask for the credentials of an IAM role. */
@NullMarked
package io.fleetward.registry.role;

import org.jspecify.annotations.NullMarked;
