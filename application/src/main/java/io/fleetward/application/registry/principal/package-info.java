// SPDX-License-Identifier: Apache-2.0
/** The attachment of certificates to things. */
@NullMarked
package io.fleetward.application.registry.principal;

import org.jspecify.annotations.NullMarked;
