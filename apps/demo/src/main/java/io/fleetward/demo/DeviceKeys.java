// SPDX-License-Identifier: Apache-2.0
package io.fleetward.demo;

/** What a device holds to prove who it is, both in PEM. */
public record DeviceKeys(String certificatePem, String privateKeyPem) {
    @Override
    public String toString() {
        return "DeviceKeys[private key not shown]";
    }
}
