// SPDX-License-Identifier: Apache-2.0
/** Use cases on settings of a whole account: logging and endpoints. */
@NullMarked
package io.fleetward.application.registry.account;

import org.jspecify.annotations.NullMarked;
