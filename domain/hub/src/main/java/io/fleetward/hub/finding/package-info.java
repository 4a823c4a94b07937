// SPDX-License-Identifier: Apache-2.0
/**
 * The finding: one JSON document in the AWS Security Finding Format, its key, and what the hub keeps beside it.
 *
 * <p>Start with {@link io.fleetward.hub.finding.Finding}. What a document must look like is said by {@code
 * hub.schema}; who may change which part of it by {@code hub.ingest}.
 */
@NullMarked
package io.fleetward.hub.finding;

import org.jspecify.annotations.NullMarked;
