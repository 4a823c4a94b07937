// SPDX-License-Identifier: Apache-2.0
/** Use cases on things, thing types and thing groups, and the ports that store them. */
@NullMarked
package io.fleetward.application.registry.thing;

import org.jspecify.annotations.NullMarked;
