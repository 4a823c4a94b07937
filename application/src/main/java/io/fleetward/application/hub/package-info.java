// SPDX-License-Identifier: Apache-2.0
/** Use cases on the hub: enabling, products, importing, querying and working findings. */
@NullMarked
package io.fleetward.application.hub;

import org.jspecify.annotations.NullMarked;
