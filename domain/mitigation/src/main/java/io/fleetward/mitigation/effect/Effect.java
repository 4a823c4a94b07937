// SPDX-License-Identifier: Apache-2.0
package io.fleetward.mitigation.effect;

import io.fleetward.registry.account.LogLevel;
import io.fleetward.registry.certificate.CaCertificateId;
import io.fleetward.registry.certificate.CertificateId;
import io.fleetward.registry.thing.ThingGroupName;
import java.util.List;

/** What an action wants changed; it may turn out that nothing has to be. Immutable. */
public sealed interface Effect {
    /** The device certificate is to be inactive. */
    record DeactivateCertificate(CertificateId certificate) implements Effect {}

    /** The CA certificate is to be inactive. */
    record DeactivateCaCertificate(CaCertificateId certificate) implements Effect {}

    /** Every thing of the certificate is to be in these groups. */
    record AddThings(CertificateId certificate, Groups groups) implements Effect {}

    /**
     * The device is to be in these groups, if it is a registered thing.
     *
     * @param name the client id it connects with
     */
    record AddDevice(String name, Groups groups) implements Effect {}

    /**
     * Static groups to be joined. Immutable.
     *
     * @param overridesDynamicGroups whether a thing may leave dynamic groups for that
     */
    record Groups(List<ThingGroupName> names, boolean overridesDynamicGroups) {
        public Groups {
            names = List.copyOf(names);
        }
    }

    /** The policy is to allow nothing. */
    record BlankPolicy(String policy) implements Effect {
        /** The document that allows nothing. */
        public static final String DOCUMENT = "{\"Version\":\"2012-10-17\",\"Statement\":[]}";
    }

    /** The account is to log from this level on, with this role. */
    record EnableLogging(String roleArn, LogLevel level) implements Effect {}

    /** The topic is to be told. */
    record PublishFinding(String topicArn, String message) implements Effect {}
}
