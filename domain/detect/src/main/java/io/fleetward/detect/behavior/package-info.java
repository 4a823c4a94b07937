// SPDX-License-Identifier: Apache-2.0
/** What is expected of a device: behaviors, the rules they must keep to be accepted, and their JSON form. */
@NullMarked
package io.fleetward.detect.behavior;

import org.jspecify.annotations.NullMarked;
