// SPDX-License-Identifier: Apache-2.0
/** The outbox as a table beside the state it belongs to; what is done with its entries says the application. */
@NullMarked
package io.fleetward.store.outbox;

import org.jspecify.annotations.NullMarked;
