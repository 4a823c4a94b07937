// SPDX-License-Identifier: Apache-2.0
/**
 * What happens to a finding when a provider sends it or a customer works on it, as pure steps.
 *
 * <p>{@link io.fleetward.hub.ingest.FindingIngest} takes what providers send, {@link
 * io.fleetward.hub.ingest.FindingEdit} what customers change. Who may call, and where findings are kept, is not decided
 * here.
 */
@NullMarked
package io.fleetward.hub.ingest;

import org.jspecify.annotations.NullMarked;
