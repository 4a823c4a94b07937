// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry;

class InMemoryRegistryStoresTest implements RegistryStoresContract {
    private final RegistryStores stores = RegistryStores.inMemory();

    @Override
    public RegistryStores stores() {
        return stores;
    }
}
