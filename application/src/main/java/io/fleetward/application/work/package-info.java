// SPDX-License-Identifier: Apache-2.0
/** Work that goes on in the background, tenant by tenant. */
@NullMarked
package io.fleetward.application.work;

import org.jspecify.annotations.NullMarked;
