// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import static io.fleetward.application.registry.RegistryRefusals.invalid;

import io.fleetward.application.audit.AuditSuppressions.SuppressionFilter;
import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.IotError;
import io.fleetward.application.registry.RegistryRefusals;
import io.fleetward.application.store.Tx;
import io.fleetward.audit.CheckName;
import io.fleetward.audit.ResourceIdentifier;
import io.fleetward.audit.check.AuditChecks;
import io.fleetward.audit.suppression.AuditSuppression;
import io.fleetward.audit.suppression.SuppressedResource;
import io.fleetward.audit.suppression.SuppressionTerm;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.kernel.Problem;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Use cases on audit suppressions: create, change, show and delete them (audit, finding suppressions). Thread-safe. */
public final class SuppressionRegistry {
    /** Suppressions of one account in one region (audit, quotas). */
    static final int LIMIT = 10_000;

    private final AuditStore store;
    private final CheckCatalogue checks;
    private final ContinuousAudit continuous;
    private final InstantSource clock;

    public SuppressionRegistry(
            AuditStore store, CheckCatalogue checks, ContinuousAudit continuous, InstantSource clock) {
        this.store = store;
        this.checks = checks;
        this.continuous = continuous;
        this.clock = clock;
    }

    /**
     * What a suppression is about.
     *
     * @param resource the members of the resource's identifier
     */
    public record Subject(String check, Map<String, String> resource) {}

    /** Creates the suppression; the same request again, with the same token, changes nothing. */
    public void create(
            AccountRegion scope, Subject subject, SuppressionTerm term, @Nullable String description, String token) {
        Instant now = clock.instant();
        requireValid(term.problems(now));
        Pair pair = pair(scope, subject);
        var wanted = new AuditSuppression(pair.check(), pair.resource(), term.expiresAt(), description);
        store.transactions().change(tx -> {
            AuditSuppression repeated = store.suppressions().findByToken(tx, scope, token);
            if (repeated != null && !repeated.equals(wanted)) {
                throw taken("The client request token was used for another suppression");
            }
            if (repeated == null) {
                add(tx, scope, wanted, token, now);
            }
        });
    }

    /** Changes what is given of the suppression. */
    public void update(AccountRegion scope, Subject subject, SuppressionTerm term, @Nullable String description) {
        Instant now = clock.instant();
        if (!term.isUnstated()) {
            requireValid(term.problems(now));
        }
        Pair pair = pair(scope, subject);
        store.transactions().change(tx -> {
            AuditSuppression current = require(tx, scope, pair, now);
            var next = new AuditSuppression(
                    current.check(),
                    current.resource(),
                    term.isUnstated() ? current.expiresAt() : term.expiresAt(),
                    description == null ? current.description() : description);
            store.suppressions().replace(tx, scope, next);
            continuous.note(tx, scope, ChangedResource.of(next.resource()));
        });
    }

    /** The suppression, which must exist and not have expired. */
    public AuditSuppression describe(AccountRegion scope, Subject subject) {
        Pair pair = pair(scope, subject);
        return store.transactions().read(tx -> require(tx, scope, pair, clock.instant()));
    }

    /** Deletes the suppression; nothing happens when there is none. */
    public void delete(AccountRegion scope, Subject subject) {
        Pair pair = pair(scope, subject);
        store.transactions().change(tx -> {
            store.suppressions().remove(tx, scope, pair.check(), pair.resource());
            continuous.note(tx, scope, ChangedResource.of(pair.resource()));
        });
    }

    /** The suppressions in force, by expiry. */
    public Page<AuditSuppression> list(
            AccountRegion scope,
            @Nullable String check,
            Map<String, String> resource,
            boolean isAscending,
            PageRequest page) {
        CheckName name = check == null ? null : AuditFindingQueries.requireKnown(checks.of(scope), check);
        var filter = new SuppressionFilter(clock.instant(), name, resource, isAscending);
        return store.transactions().read(tx -> store.suppressions().list(tx, scope, filter, page));
    }

    /** The check and resource of a suppression, both known to be right. */
    private record Pair(CheckName check, ResourceIdentifier resource) {}

    private void add(Tx tx, AccountRegion scope, AuditSuppression wanted, String token, Instant now) {
        AuditSuppression present = store.suppressions().find(tx, scope, wanted.check(), wanted.resource());
        if (present != null && present.isInForceAt(now)) {
            throw taken("A suppression of " + wanted.check() + " for "
                    + wanted.resource().text() + " already exists");
        }
        if (present != null) {
            store.suppressions().remove(tx, scope, wanted.check(), wanted.resource());
        }
        if (store.suppressions().count(tx, scope) >= LIMIT) {
            throw new ApiException(
                    IotError.LIMIT_EXCEEDED, "An account may have at most " + LIMIT + " audit suppressions");
        }
        store.suppressions().add(tx, scope, wanted, token);
        continuous.note(tx, scope, ChangedResource.of(wanted.resource()));
    }

    private AuditSuppression require(Tx tx, AccountRegion scope, Pair pair, Instant now) {
        AuditSuppression found = store.suppressions().find(tx, scope, pair.check(), pair.resource());
        if (found == null || !found.isInForceAt(now)) {
            throw RegistryRefusals.notFound(
                    "Audit suppression",
                    "of " + pair.check() + " for " + pair.resource().text());
        }
        return found;
    }

    private Pair pair(AccountRegion scope, Subject subject) {
        AuditChecks known = checks.of(scope);
        CheckName name = AuditFindingQueries.requireKnown(known, subject.check());
        var type = Objects.requireNonNull(known.find(name)).description().resourceType();
        return switch (SuppressedResource.of(type, subject.resource())) {
            case SuppressedResource.Outcome.Named(ResourceIdentifier resource) -> new Pair(name, resource);
            case SuppressedResource.Outcome.Refused(Problem problem) -> throw invalid(problem.toString());
        };
    }

    private static void requireValid(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw invalid(problems.stream().map(Problem::toString).collect(Collectors.joining("; ")));
        }
    }

    private static ApiException taken(String text) {
        return new ApiException(IotError.RESOURCE_ALREADY_EXISTS, text);
    }
}
