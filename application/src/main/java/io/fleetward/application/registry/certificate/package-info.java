// SPDX-License-Identifier: Apache-2.0
/** Use cases on device and CA certificates, and the ports that store, parse and issue them. */
@NullMarked
package io.fleetward.application.registry.certificate;

import org.jspecify.annotations.NullMarked;
