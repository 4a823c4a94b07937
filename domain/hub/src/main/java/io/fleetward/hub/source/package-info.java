// SPDX-License-Identifier: Apache-2.0
/**
 * Findings in the formats of others become findings in the AWS Security Finding Format.
 *
 * <p>{@link io.fleetward.hub.source.FindingSources} lists the formats there are, each one file. Nothing is checked
 * here: what is missing in a document is missing in the finding, and the hub's schema says so.
 */
@NullMarked
package io.fleetward.hub.source;

import org.jspecify.annotations.NullMarked;
