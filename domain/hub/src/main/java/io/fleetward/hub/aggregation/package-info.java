// SPDX-License-Identifier: Apache-2.0
/**
 * How several accounts and regions see one another's findings: members of an administrator, and regions linked to a
 * home region (hub, multi-account and multi-Region).
 */
@NullMarked
package io.fleetward.hub.aggregation;

import org.jspecify.annotations.NullMarked;
