// SPDX-License-Identifier: Apache-2.0
/** The findings hub: the ASFF document, who may write which field, filters, products. Knows no source of findings. */
@NullMarked
package io.fleetward.hub;

import org.jspecify.annotations.NullMarked;
