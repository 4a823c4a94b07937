// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import io.fleetward.application.policy.PolicyAttachments.TargetFilter;
import io.fleetward.application.policy.PolicyTarget;
import io.fleetward.application.store.Tx;
import io.fleetward.audit.custom.ConnectionSummary;
import io.fleetward.audit.custom.Neighbours;
import io.fleetward.audit.view.ConnectionHistory;
import io.fleetward.audit.view.PastConnection;
import io.fleetward.audit.view.TimeSpan;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.PageRequest;
import io.fleetward.policy.PolicyName;
import io.fleetward.registry.certificate.Certificate;
import io.fleetward.registry.certificate.CertificateId;
import io.fleetward.registry.certificate.CertificateStatus;
import io.fleetward.registry.thing.ThingName;
import io.fleetward.registry.thing.ThingPrincipal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the stored registry says of a resource's surroundings, one look-up for each question.
 *
 * <p>Confined to one thread. Connections are summed up once, when the first question about them comes.
 */
final class StoredNeighbours implements Neighbours {
    /** Everything that is remembered: connections are forgotten by age. */
    private static final TimeSpan ALWAYS = new TimeSpan(Instant.EPOCH, Instant.parse("9999-12-31T23:59:59Z"));

    private static final PageRequest FIRST = PageRequest.first(MOST);

    private final AccountRegion scope;
    private final RegistrySources sources;
    private final ConnectionHistory history;
    private @Nullable Map<String, ConnectionSummary> byPrincipal;
    private @Nullable Map<String, ConnectionSummary> byClient;

    StoredNeighbours(AccountRegion scope, RegistrySources sources, ConnectionHistory history) {
        this.scope = scope;
        this.sources = sources;
        this.history = history;
    }

    @Override
    public List<String> thingsOf(String certificateId) {
        var id = new CertificateId(certificateId);
        return read(tx -> sources.things().principals().ofCertificate(tx, scope, id, FIRST).items().stream()
                .map(principal -> principal.thing().value()));
    }

    @Override
    public List<String> policiesOf(String certificateId) {
        PolicyTarget target = PolicyTarget.of(scope, new CertificateId(certificateId));
        return read(tx -> sources.attachments().ofTargets(tx, scope, List.of(target)).stream()
                .map(attachment -> attachment.policy().value()));
    }

    @Override
    public List<String> certificatesOf(String thingName, boolean isActiveOnly) {
        var thing = new ThingName(thingName);
        return read(tx -> sources.things().principals().ofThing(tx, scope, thing, FIRST).items().stream()
                .map(ThingPrincipal::certificate)
                .filter(id -> !isActiveOnly || isActive(tx, id))
                .map(CertificateId::value));
    }

    @Override
    public List<String> groupsOf(String thingName) {
        var thing = new ThingName(thingName);
        return read(tx -> sources.things().members().groupsOf(tx, scope, thing).stream()
                .map(group -> group.name().value()));
    }

    @Override
    public List<String> targetsOf(String policyName) {
        var policy = new PolicyName(policyName);
        var all = new TargetFilter(false, true);
        return read(tx -> sources.attachments().ofPolicy(tx, scope, policy, all, FIRST).items().stream()
                .map(attachment -> attachment.target().text()));
    }

    @Override
    public ConnectionSummary connectionsOfCertificate(String certificateId) {
        if (byPrincipal == null) {
            byPrincipal = summed(history.byPrincipal(ALWAYS), PastConnection::principalId);
        }
        return byPrincipal.getOrDefault(certificateId, ConnectionSummary.NONE);
    }

    @Override
    public ConnectionSummary connectionsOfClient(String clientId) {
        if (byClient == null) {
            byClient = summed(history.byClient(ALWAYS), PastConnection::clientId);
        }
        return byClient.getOrDefault(clientId, ConnectionSummary.NONE);
    }

    @Override
    public Map<String, Double> metricsOf(String thingName) {
        return sources.activity().metricsOf(scope, thingName);
    }

    @Override
    public List<String> violationsOf(String thingName) {
        return sources.activity().violationsOf(scope, thingName);
    }

    private boolean isActive(Tx tx, CertificateId id) {
        Certificate certificate = sources.certificates().find(tx, scope, id);
        return certificate != null && certificate.status() == CertificateStatus.ACTIVE;
    }

    private List<String> read(Function<Tx, Stream<String>> names) {
        return sources.transactions().read(tx -> names.apply(tx).sorted().toList());
    }

    private static Map<String, ConnectionSummary> summed(
            Stream<PastConnection> connections, Function<PastConnection, String> key) {
        var summaries = new HashMap<String, ConnectionSummary>();
        connections.forEach(connection -> summaries.merge(
                key.apply(connection),
                ConnectionSummary.NONE.with(connection.connectedAt(), connection.endedAt() == null),
                (known, _) -> known.with(connection.connectedAt(), connection.endedAt() == null)));
        return summaries;
    }
}
