// SPDX-License-Identifier: Apache-2.0
/** Which behaviors apply to which device, worked out once per configuration and shared by all devices alike. */
@NullMarked
package io.fleetward.detect.coverage;

import org.jspecify.annotations.NullMarked;
