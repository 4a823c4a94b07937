// SPDX-License-Identifier: Apache-2.0
/** Finds out which service and which operation a request means. */
@NullMarked
package io.fleetward.aws.api.route;

import org.jspecify.annotations.NullMarked;
