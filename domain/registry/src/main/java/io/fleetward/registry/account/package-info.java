// SPDX-License-Identifier: Apache-2.0
/** Settings of one account in one region that belong to no single resource: logging. */
@NullMarked
package io.fleetward.registry.account;

import org.jspecify.annotations.NullMarked;
