// SPDX-License-Identifier: Apache-2.0
/** Operations of the event bus: translation between records of the {@code events} model and use cases. */
@NullMarked
package io.fleetward.aws.api.events;

import org.jspecify.annotations.NullMarked;
