// SPDX-License-Identifier: Apache-2.0
/** Security profiles: named sets of behaviors and the devices they are attached to. */
@NullMarked
package io.fleetward.detect.profile;

import org.jspecify.annotations.NullMarked;
