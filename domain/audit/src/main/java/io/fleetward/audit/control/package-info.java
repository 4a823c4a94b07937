// SPDX-License-Identifier: Apache-2.0
/** The checks of the audit as controls of a standard. */
@NullMarked
package io.fleetward.audit.control;

import org.jspecify.annotations.NullMarked;
