// SPDX-License-Identifier: Apache-2.0
/**
 * Findings of the hub in formats that other tools read.
 *
 * <p>{@link io.fleetward.hub.export.ExportFormat} lists them. The way in is {@code hub.source}.
 */
@NullMarked
package io.fleetward.hub.export;

import org.jspecify.annotations.NullMarked;
