// SPDX-License-Identifier: Apache-2.0
/** Which standards an account is held to, and what their controls find (hub, standards and controls). */
@NullMarked
package io.fleetward.application.hub.standard;

import org.jspecify.annotations.NullMarked;
