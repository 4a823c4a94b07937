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
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds certificates with which clients of different ids were connected at the same time (audit, device certificate
 * shared). What happened in the last two hours is left to the next audit.
 */
public final class DeviceCertificateSharedCheck implements AuditCheck {
    private static final Duration AGE = Duration.ofHours(2);
    private static final ReasonCode SHARED = new ReasonCode("CERTIFICATE_SHARED_BY_MULTIPLE_DEVICES");
    private static final CheckDescription DESCRIPTION = new CheckDescription(
            new CheckName("DEVICE_CERTIFICATE_SHARED_CHECK"),
            "Device certificate shared",
            Severity.CRITICAL,
            ResourceType.DEVICE_CERTIFICATE,
            CheckDescription.UNUSUAL_BEHAVIORS,
            List.of(SHARED),
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
        TimeSpan span = ConnectionWindow.of(view.connections().previousRun(), now, AGE);
        Stream<PastConnection> byCertificate =
                view.connections().byPrincipal(span).filter(past -> CertificateId.isValid(past.principalId()));
        return ConnectionGroup.judgeAll(
                byCertificate, PastConnection::principalId, certificate -> new Use(certificate, span));
    }

    /** How one certificate was used. */
    private static final class Use implements ConnectionGroup {
        private final String certificateId;
        private final TimeSpan span;
        private final RelatedConnections related = new RelatedConnections();
        private final Occupancy occupancy = new Occupancy();
        private boolean isShared;

        Use(String certificateId, TimeSpan span) {
            this.certificateId = certificateId;
            this.span = span;
        }

        @Override
        public void add(PastConnection connection) {
            Instant from = connection.connectedAt().isBefore(span.from()) ? span.from() : connection.connectedAt();
            Instant to = connection.endedAt() == null ? span.to() : connection.endedAt();
            isShared |= occupancy.add(connection.clientId(), from, to);
            related.add(connection);
        }

        @Override
        public List<NonCompliance> judge() {
            if (!isShared) {
                return List.of();
            }
            return List.of(new NonCompliance(
                    AuditedResource.of(new ResourceIdentifier.DeviceCertificate(certificateId)),
                    related.map(past -> new AuditedResource(
                            new ResourceIdentifier.ClientId(past.clientId()), RelatedConnections.times(past))),
                    SHARED,
                    "Certificate was used at the same time by more than one client."));
        }
    }
}
