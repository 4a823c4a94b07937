// SPDX-License-Identifier: Apache-2.0
/** TLS: server certificates, what a ClientHello asks for, and who the client's certificate says it is. */
@NullMarked
package io.fleetward.edge.tls;

import org.jspecify.annotations.NullMarked;
