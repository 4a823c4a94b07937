// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server.offline;

import io.fleetward.audit.custom.ConnectionSummary;
import io.fleetward.audit.custom.Neighbours;
import java.util.List;
import java.util.Map;

/** A file does not say what surrounds its resource; checks that ask are not run over files. */
enum NoNeighbours implements Neighbours {
    IN_FILES;

    @Override
    public List<String> thingsOf(String certificateId) {
        throw unknown(certificateId);
    }

    @Override
    public List<String> policiesOf(String certificateId) {
        throw unknown(certificateId);
    }

    @Override
    public List<String> certificatesOf(String thingName, boolean isActiveOnly) {
        throw unknown(thingName);
    }

    @Override
    public List<String> groupsOf(String thingName) {
        throw unknown(thingName);
    }

    @Override
    public List<String> targetsOf(String policyName) {
        throw unknown(policyName);
    }

    @Override
    public ConnectionSummary connectionsOfCertificate(String certificateId) {
        throw unknown(certificateId);
    }

    @Override
    public ConnectionSummary connectionsOfClient(String clientId) {
        throw unknown(clientId);
    }

    @Override
    public Map<String, Double> metricsOf(String thingName) {
        throw unknown(thingName);
    }

    @Override
    public List<String> violationsOf(String thingName) {
        throw unknown(thingName);
    }

    private static IllegalStateException unknown(String name) {
        return new IllegalStateException("no file says what surrounds " + name);
    }
}
