// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.custom;

import java.util.List;
import java.util.Map;

/** The same surroundings for every resource. Immutable: every {@code with…} makes another one. */
public record FixedNeighbours(
        List<String> things,
        List<String> policies,
        List<String> certificates,
        List<String> activeCertificates,
        List<String> groups,
        List<String> targets,
        ConnectionSummary connections,
        Map<String, Double> metrics,
        List<String> violations)
        implements Neighbours {
    /** Nothing around. */
    public static final FixedNeighbours NONE = new FixedNeighbours(
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            ConnectionSummary.NONE,
            Map.of(),
            List.of());

    public FixedNeighbours withThings(String... names) {
        return new FixedNeighbours(
                List.of(names),
                policies,
                certificates,
                activeCertificates,
                groups,
                targets,
                connections,
                metrics,
                violations);
    }

    public FixedNeighbours withActiveCertificates(String... ids) {
        return new FixedNeighbours(
                things, policies, List.of(ids), List.of(ids), groups, targets, connections, metrics, violations);
    }

    public FixedNeighbours withTargets(String... arns) {
        return new FixedNeighbours(
                things,
                policies,
                certificates,
                activeCertificates,
                groups,
                List.of(arns),
                connections,
                metrics,
                violations);
    }

    public FixedNeighbours withConnections(ConnectionSummary summary) {
        return new FixedNeighbours(
                things, policies, certificates, activeCertificates, groups, targets, summary, metrics, violations);
    }

    @Override
    public List<String> thingsOf(String certificateId) {
        return things;
    }

    @Override
    public List<String> policiesOf(String certificateId) {
        return policies;
    }

    @Override
    public List<String> certificatesOf(String thingName, boolean isActiveOnly) {
        return isActiveOnly ? activeCertificates : certificates;
    }

    @Override
    public List<String> groupsOf(String thingName) {
        return groups;
    }

    @Override
    public List<String> targetsOf(String policyName) {
        return targets;
    }

    @Override
    public ConnectionSummary connectionsOfCertificate(String certificateId) {
        return connections;
    }

    @Override
    public ConnectionSummary connectionsOfClient(String clientId) {
        return connections;
    }

    @Override
    public Map<String, Double> metricsOf(String thingName) {
        return metrics;
    }

    @Override
    public List<String> violationsOf(String thingName) {
        return violations;
    }
}
