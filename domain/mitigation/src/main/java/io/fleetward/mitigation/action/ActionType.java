// SPDX-License-Identifier: Apache-2.0
package io.fleetward.mitigation.action;

/** The types of mitigation actions; the names are the wire names (audit, types and parameters). */
public enum ActionType {
    UPDATE_DEVICE_CERTIFICATE,
    UPDATE_CA_CERTIFICATE,
    ADD_THINGS_TO_THING_GROUP,
    REPLACE_DEFAULT_POLICY_VERSION,
    ENABLE_IOT_LOGGING,
    PUBLISH_FINDING_TO_SNS
}
