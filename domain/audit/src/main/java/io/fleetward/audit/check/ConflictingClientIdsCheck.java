// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.check;

import io.fleetward.audit.AuditedResource;
import io.fleetward.audit.CheckName;
import io.fleetward.audit.ReasonCode;
import io.fleetward.audit.ResourceIdentifier;
import io.fleetward.audit.ResourceType;
import io.fleetward.audit.Severity;
import io.fleetward.audit.check.CheckResult.NonCompliance;
import io.fleetward.audit.view.PastConnection;
import io.fleetward.audit.view.RegistryView;
import io.fleetward.audit.view.TimeSpan;
import io.fleetward.registry.certificate.CertificateId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;

/**
 * Finds client ids of which a connection lost its session to a newer one (audit, conflicting client ids). That both may
 * have been the same device on a bad line makes no difference.
 */
public final class ConflictingClientIdsCheck implements AuditCheck {
    private static final ReasonCode DUPLICATE = new ReasonCode("DUPLICATE_CLIENT_ID_ACROSS_CONNECTIONS");
    private static final CheckDescription DESCRIPTION = new CheckDescription(
            new CheckName("CONFLICTING_CLIENT_IDS_CHECK"),
            "Conflicting MQTT client IDs",
            Severity.HIGH,
            ResourceType.CLIENT_ID,
            CheckDescription.UNUSUAL_BEHAVIORS,
            List.of(DUPLICATE),
            List.of());

    @Override
    public CheckDescription description() {
        return DESCRIPTION;
    }

    @Override
    public boolean judgesConfiguration() {
        return false;
    }

    @Override
    public boolean readsConnections() {
        return true;
    }

    @Override
    public CheckResult inspect(RegistryView view, CheckSettings settings, Instant now) {
        TimeSpan span = ConnectionWindow.of(view.connections().previousRun(), now, Duration.ZERO);
        return ConnectionGroup.judgeAll(view.connections().byClient(span), PastConnection::clientId, Use::new);
    }

    /** How one client id was used. */
    private static final class Use implements ConnectionGroup {
        private final String clientId;
        private final RelatedConnections related = new RelatedConnections();
        private boolean isContested;

        Use(String clientId) {
            this.clientId = clientId;
        }

        @Override
        public void add(PastConnection connection) {
            isContested |= connection.isTakenOver();
            related.add(connection);
        }

        @Override
        public List<NonCompliance> judge() {
            if (!isContested) {
                return List.of();
            }
            return List.of(new NonCompliance(
                    AuditedResource.of(new ResourceIdentifier.ClientId(clientId)),
                    related.map(Use::principal),
                    DUPLICATE,
                    "Client ID was used by more than one connection at a time."));
        }

        private static AuditedResource principal(PastConnection past) {
            var info = new HashMap<>(RelatedConnections.times(past));
            info.put("PRINCIPAL_ID", past.principalId());
            // A user who signed the request has no resource type of its own.
            ResourceIdentifier identifier = CertificateId.isValid(past.principalId())
                    ? new ResourceIdentifier.DeviceCertificate(past.principalId())
                    : new ResourceIdentifier.ClientId(past.clientId());
            return new AuditedResource(identifier, info);
        }
    }
}
