// SPDX-License-Identifier: Apache-2.0
/** Standards, their controls, and the findings that controls make (hub, standards and controls). */
@NullMarked
package io.fleetward.hub.standard;

import org.jspecify.annotations.NullMarked;
