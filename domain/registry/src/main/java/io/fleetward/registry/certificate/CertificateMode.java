// SPDX-License-Identifier: Apache-2.0
package io.fleetward.registry.certificate;

/** How a device must name the endpoint in TLS (iot-core, modes and verification). The names are the wire names. */
public enum CertificateMode {
    /** The certificate belongs to one account per region. */
    DEFAULT,
    /** The certificate may be registered in several accounts; the server name indication selects one. */
    SNI_ONLY
}
