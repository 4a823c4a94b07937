// SPDX-License-Identifier: Apache-2.0
/**
 * What changes while somebody watches, in a few words, for pages that stay up to date by it.
 *
 * <p>Start with {@code LiveEvents}. Nothing here is kept: who was away too long asks the API for everything again.
 */
@NullMarked
package io.fleetward.application.live;

import org.jspecify.annotations.NullMarked;
