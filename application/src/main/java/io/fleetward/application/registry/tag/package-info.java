// SPDX-License-Identifier: Apache-2.0
/** Tags on resources, whoever owns them. */
@NullMarked
package io.fleetward.application.registry.tag;

import org.jspecify.annotations.NullMarked;
