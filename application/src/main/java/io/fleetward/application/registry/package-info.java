// SPDX-License-Identifier: Apache-2.0
/** Use cases on things, types, groups, certificates and policies, and the ports that store them. */
@NullMarked
package io.fleetward.application.registry;

import org.jspecify.annotations.NullMarked;
