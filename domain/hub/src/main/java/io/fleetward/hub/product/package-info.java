// SPDX-License-Identifier: Apache-2.0
/**
 * The products that can send findings to the hub or take them from it.
 *
 * <p>{@link io.fleetward.hub.product.Products} is the catalogue; which product an account accepts findings from is not
 * said here.
 */
@NullMarked
package io.fleetward.hub.product;

import org.jspecify.annotations.NullMarked;
