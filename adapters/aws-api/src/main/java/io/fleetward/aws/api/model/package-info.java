// SPDX-License-Identifier: Apache-2.0
/** The service models as the engine uses them at run time: operations with their routes, shapes with constraints. */
@NullMarked
package io.fleetward.aws.api.model;

import org.jspecify.annotations.NullMarked;
