// SPDX-License-Identifier: Apache-2.0
/** Operations of the notification service: translation between records of the {@code sns} model and use cases. */
@NullMarked
package io.fleetward.aws.api.sns;

import org.jspecify.annotations.NullMarked;
