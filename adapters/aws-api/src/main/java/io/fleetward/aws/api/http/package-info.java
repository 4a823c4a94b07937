// SPDX-License-Identifier: Apache-2.0
/** Requests and answers without a socket: what the network edge hands in and takes back, and how URIs are read. */
@NullMarked
package io.fleetward.aws.api.http;

import org.jspecify.annotations.NullMarked;
