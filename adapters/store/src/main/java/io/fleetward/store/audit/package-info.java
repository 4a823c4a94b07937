// SPDX-License-Identifier: Apache-2.0
/** The tables of the audit: configurations, tasks, findings, and what the hub was told. */
@NullMarked
package io.fleetward.store.audit;

import org.jspecify.annotations.NullMarked;
