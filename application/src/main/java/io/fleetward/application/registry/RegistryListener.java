// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry;

/** Is told of every durable change of the registry; must be quick and must not throw. */
public interface RegistryListener {
    void onChange(RegistryChange change);
}
