// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit;

/** The kinds of resources that the built checks judge; the constants carry their API names. */
public enum ResourceType {
    DEVICE_CERTIFICATE("AwsIotDeviceCertificate"),
    CA_CERTIFICATE("AwsIotCaCertificate"),
    IOT_POLICY("AwsIotPolicy"),
    ACCOUNT_SETTINGS("AwsIotAccountSettings");

    private final String hubType;

    ResourceType(String hubType) {
        this.hubType = hubType;
    }

    /** The resource type in a finding of the hub (audit, resources). */
    public String hubType() {
        return hubType;
    }
}
