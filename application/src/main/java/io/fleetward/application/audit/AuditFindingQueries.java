// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import io.fleetward.application.audit.ReportedFindings.FindingFilter;
import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.IotError;
import io.fleetward.application.store.Tx;
import io.fleetward.audit.AuditedResource;
import io.fleetward.audit.CheckName;
import io.fleetward.audit.ResourceIdentifier;
import io.fleetward.audit.check.AuditChecks;
import io.fleetward.audit.finding.AuditFinding;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.registry.certificate.CertificateId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Use cases on findings: list them, look at one, list what is related to it (audit, findings). Thread-safe. */
public final class AuditFindingQueries {
    private static final String CERTIFICATE_ARN = "deviceCertificateArn";
    private static final String CERTIFICATE_ID = "deviceCertificateId";

    private final AuditStore store;
    private final CheckCatalogue checks;
    private final InstantSource clock;

    public AuditFindingQueries(AuditStore store, CheckCatalogue checks, InstantSource clock) {
        this.store = store;
        this.checks = checks;
        this.clock = clock;
    }

    /**
     * Which findings are wanted, as it was asked: of one task, or reported in a closed interval.
     *
     * @param resource members of the resource's identifier by API name; {@code deviceCertificateArn} may stand for the id
     */
    public record Question(
            @Nullable String taskId,
            @Nullable Instant startTime,
            @Nullable Instant endTime,
            @Nullable String checkName,
            Map<String, String> resource,
            @Nullable Boolean suppressed) {}

    /** The findings asked for, newest first. */
    public Page<AuditFinding> list(AccountRegion scope, Question question, PageRequest page) {
        Instant cutoff = AuditRetention.cutoff(clock.instant());
        Instant from = from(question, cutoff);
        CheckName check = question.checkName() == null ? null : requireKnown(checks.of(scope), question.checkName());
        Map<String, String> resource = resource(scope, question.resource());
        if (resource == null) {
            return new Page<>(List.of(), null);
        }
        var filter =
                new FindingFilter(question.taskId(), from, question.endTime(), check, resource, question.suppressed());
        return store.transactions()
                .read(tx -> store.findings().list(tx, scope, filter, page))
                .map(AuditFindingQueries::shown);
    }

    /** The finding with its first related resources. */
    public AuditFinding describe(AccountRegion scope, String findingId) {
        return shown(store.transactions().read(tx -> require(tx, scope, findingId)));
    }

    /** Everything related to a finding. */
    public Page<AuditedResource> related(AccountRegion scope, String findingId, PageRequest page) {
        return store.transactions().read(tx -> {
            require(tx, scope, findingId);
            return store.findings().related(tx, scope, findingId, page);
        });
    }

    private Instant from(Question question, Instant cutoff) {
        boolean isTimed = question.startTime() != null || question.endTime() != null;
        if (question.taskId() != null && !isTimed) {
            return cutoff;
        }
        Instant start = question.startTime();
        Instant end = question.endTime();
        if (question.taskId() != null || start == null || end == null) {
            throw new ApiException(IotError.INVALID_REQUEST, "Give either taskId, or startTime together with endTime");
        }
        if (end.isBefore(start)) {
            throw new ApiException(IotError.INVALID_REQUEST, "endTime is before startTime");
        }
        requireRetained(start, clock.instant());
        return start;
    }

    /** The certificates under an issuer are only listed by themselves (audit, certificate revocation). */
    private static AuditFinding shown(AuditFinding finding) {
        return finding.resource().identifier() instanceof ResourceIdentifier.IssuerCertificate
                ? finding.withRelated(List.of())
                : finding;
    }

    private AuditFinding require(Tx tx, AccountRegion scope, String id) {
        AuditFinding finding = store.findings().find(tx, scope, id);
        if (finding == null || finding.foundAt().isBefore(AuditRetention.cutoff(clock.instant()))) {
            throw new ApiException(IotError.RESOURCE_NOT_FOUND, "No audit finding " + id);
        }
        return finding;
    }

    /** The members with a certificate's ARN replaced by its id; null when no resource can fit. */
    private static @Nullable Map<String, String> resource(AccountRegion scope, Map<String, String> members) {
        String arn = members.get(CERTIFICATE_ARN);
        if (arn == null) {
            return members;
        }
        CertificateId id = CertificateId.ofArn(scope, arn);
        if (id == null || !id.value().equals(members.getOrDefault(CERTIFICATE_ID, id.value()))) {
            return null;
        }
        var resolved = new HashMap<>(members);
        resolved.remove(CERTIFICATE_ARN);
        resolved.put(CERTIFICATE_ID, id.value());
        return resolved;
    }

    /** The name of a check that there is. */
    public static CheckName requireKnown(AuditChecks checks, String name) {
        var check = name.isEmpty() ? null : checks.find(new CheckName(name));
        if (check == null) {
            throw new ApiException(
                    IotError.INVALID_REQUEST, "Unknown audit check " + name + ", allowed: " + checks.names());
        }
        return check.description().name();
    }

    /** Refuses a time that is longer ago than audits are kept. */
    public static void requireRetained(Instant startTime, Instant now) {
        Instant cutoff = AuditRetention.cutoff(now);
        if (startTime.isBefore(cutoff)) {
            throw new ApiException(
                    IotError.INVALID_REQUEST,
                    "startTime is before " + cutoff + "; audits are kept for " + AuditRetention.RETENTION.toDays()
                            + " days");
        }
    }
}
