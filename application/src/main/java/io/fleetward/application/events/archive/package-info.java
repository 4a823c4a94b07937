// SPDX-License-Identifier: Apache-2.0
/** Events that are kept beyond their delivery, and delivered again (hub, event bus API). */
@NullMarked
package io.fleetward.application.events.archive;

import org.jspecify.annotations.NullMarked;
