// SPDX-License-Identifier: Apache-2.0
/** Event loops: which transport they use, what they do once per burst of events, and what they check once a second. */
@NullMarked
package io.fleetward.edge.loop;

import org.jspecify.annotations.NullMarked;
