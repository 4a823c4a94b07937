// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry;

import io.fleetward.application.store.Transactions;
import io.fleetward.kernel.Ids;
import java.time.InstantSource;

/** What every use case of the registry works with besides its stores: transactions, listeners, time, randomness. */
public record RegistryRuntime(Transactions transactions, RegistryChanges changes, InstantSource clock, Ids ids) {}
