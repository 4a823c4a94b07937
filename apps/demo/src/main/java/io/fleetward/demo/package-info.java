// SPDX-License-Identifier: Apache-2.0
/**
 * The two experiments of the product, performed on a real server process by real clients.
 *
 * <p>Start with {@link io.fleetward.demo.Demo}. This module shares no code with the server: it sees only what a user
 * sees, the command line, the AWS API and MQTT over TLS.
 */
@NullMarked
package io.fleetward.demo;

import org.jspecify.annotations.NullMarked;
