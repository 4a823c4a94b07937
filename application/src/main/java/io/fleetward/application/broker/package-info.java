// SPDX-License-Identifier: Apache-2.0
/** What the broker needs from and offers to the rest: authorization snapshots, server-side publishing, session stores. */
@NullMarked
package io.fleetward.application.broker;

import org.jspecify.annotations.NullMarked;
