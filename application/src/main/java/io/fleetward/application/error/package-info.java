// SPDX-License-Identifier: Apache-2.0
/** How a use case refuses: an error code of the service's own vocabulary and a message for a person. */
@NullMarked
package io.fleetward.application.error;

import org.jspecify.annotations.NullMarked;
