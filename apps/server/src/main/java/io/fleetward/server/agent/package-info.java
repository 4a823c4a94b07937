// SPDX-License-Identifier: Apache-2.0
/** Lets devices report: what {@code fleetward agent enroll} does through the API of a running server. */
@NullMarked
package io.fleetward.server.agent;

import org.jspecify.annotations.NullMarked;
