// SPDX-License-Identifier: Apache-2.0
/** What is measured on a device, one class per metric; {@link io.fleetward.detect.metric.Metrics} lists them all. */
@NullMarked
package io.fleetward.detect.metric;

import org.jspecify.annotations.NullMarked;
