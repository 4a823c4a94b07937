// SPDX-License-Identifier: Apache-2.0
package io.fleetward.edge.http;

/** What an HTTP connection offers: answers, and the protocol it may go over to. Immutable. */
public record HttpService(HttpHandler handler, Upgrade upgrade) {}
