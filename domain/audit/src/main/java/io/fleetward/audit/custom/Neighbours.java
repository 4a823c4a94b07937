// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.custom;

import java.util.List;
import java.util.Map;

/**
 * What surrounds a resource; asked only for facts that a predicate names.
 *
 * <p>Every list is sorted by name, and holds at most {@link #MOST} entries.
 */
public interface Neighbours {
    /** Entries of a list: what has more is remarkable anyway. */
    int MOST = 250;

    /** The things that a certificate is attached to. */
    List<String> thingsOf(String certificateId);

    /** The policies that are attached to a certificate itself. */
    List<String> policiesOf(String certificateId);

    /** The certificates attached to a thing; only those in the status ACTIVE on request. */
    List<String> certificatesOf(String thingName, boolean isActiveOnly);

    /** The groups that a thing was put into, without those above them. */
    List<String> groupsOf(String thingName);

    /** The ARNs of whatever a policy is attached to. */
    List<String> targetsOf(String policyName);

    /** The connections that a certificate authenticated. */
    ConnectionSummary connectionsOfCertificate(String certificateId);

    /** The connections under a client id. */
    ConnectionSummary connectionsOfClient(String clientId);

    /** The latest value of each metric that was measured for a thing in the last hour, by the metric's name. */
    Map<String, Double> metricsOf(String thingName);

    /** The behaviors that a thing breaks now, each as profile, slash, behavior. */
    List<String> violationsOf(String thingName);
}
