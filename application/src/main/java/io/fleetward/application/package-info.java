// SPDX-License-Identifier: Apache-2.0
/** Use cases, one class per family, and the ports they need; the only place where the domain meets storage and time. */
@NullMarked
package io.fleetward.application;

import org.jspecify.annotations.NullMarked;
