// SPDX-License-Identifier: Apache-2.0
/** The {@code iot-data} service: publishing by API callers. */
@NullMarked
package io.fleetward.aws.api.iotdata;

import org.jspecify.annotations.NullMarked;
