// SPDX-License-Identifier: Apache-2.0
/** Security profiles, violations, metric values and snapshots of Detect in tables. */
@NullMarked
package io.fleetward.store.detect;

import org.jspecify.annotations.NullMarked;
