// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.mitigation;

import static io.fleetward.application.registry.RegistryRefusals.invalid;

import io.fleetward.application.audit.AuditFindingQueries;
import io.fleetward.application.audit.AuditRetention;
import io.fleetward.application.audit.AuditStore;
import io.fleetward.application.audit.CheckCatalogue;
import io.fleetward.application.audit.ReportedFindings.FindingFilter;
import io.fleetward.application.store.Pages;
import io.fleetward.application.store.Tx;
import io.fleetward.audit.AuditedResource;
import io.fleetward.audit.CheckName;
import io.fleetward.audit.ResourceIdentifier;
import io.fleetward.audit.check.AuditCheck;
import io.fleetward.audit.check.AuditChecks;
import io.fleetward.audit.finding.AuditFinding;
import io.fleetward.audit.task.AuditTask;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.mitigation.action.ActionDefinition;
import io.fleetward.mitigation.action.ActionType;
import io.fleetward.mitigation.action.Applicability;
import io.fleetward.mitigation.effect.Subject;
import io.fleetward.mitigation.task.FindingTarget;
import io.fleetward.mitigation.task.MitigationOrder;
import io.fleetward.mitigation.task.MitigationOrder.OnFindings;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The findings that orders are about (audit, start of a task). Thread-safe. */
public final class FindingSubjects implements SubjectSource {
    private static final int RELATED_PAGE = 1000;

    private final AuditStore store;
    private final CheckCatalogue checks;
    private final InstantSource clock;

    public FindingSubjects(AuditStore store, CheckCatalogue checks, InstantSource clock) {
        this.store = store;
        this.checks = checks;
        this.clock = clock;
    }

    @Override
    public void requireTarget(Tx tx, AccountRegion scope, MitigationOrder order) {
        OnFindings wanted = (OnFindings) order;
        if (wanted.actions().isEmpty()) {
            throw invalid("auditCheckToActionsMapping must name at least one check");
        }
        AuditChecks known = checks.of(tx, scope);
        wanted.actions().keySet().forEach(check -> AuditFindingQueries.requireKnown(known, check.value()));
        switch (wanted.target()) {
            case FindingTarget.OfAudit(String id, var reasonCodes) -> {
                reasonCodes.keySet().forEach(check -> AuditFindingQueries.requireKnown(known, check.value()));
                requireEnded(tx, scope, id);
            }
            case FindingTarget.OfFindings(var ids) ->
                ids.forEach(id -> {
                    if (finding(tx, scope, id) == null) {
                        throw invalid("target: there is no audit finding " + id);
                    }
                });
        }
    }

    @Override
    public void requireApplicable(Tx tx, AccountRegion scope, MitigationOrder order, ActionDefinition action) {
        AuditChecks known = checks.of(tx, scope);
        ((OnFindings) order).actions().forEach((name, actions) -> {
            AuditCheck check = Objects.requireNonNull(known.find(name), name::value);
            Set<ActionType> allowed =
                    Applicability.toFindings(name, check.description().resourceType());
            if (actions.contains(action.name())
                    && !allowed.contains(action.params().type())) {
                throw invalid("auditCheckToActionsMapping: action " + action.name() + " of type "
                        + action.params().type() + " cannot be applied to " + name + ", only " + allowed);
            }
        });
    }

    @Override
    public Page<Candidate> candidates(Tx tx, AccountRegion scope, MitigationOrder order, PageRequest page) {
        OnFindings wanted = (OnFindings) order;
        return switch (wanted.target()) {
            case FindingTarget.OfAudit(String id, var _) -> ofAudit(tx, scope, wanted, new Slice(id, page));
            case FindingTarget.OfFindings(var ids) -> {
                var found = new ArrayList<Candidate>();
                for (String id : new LinkedHashSet<>(ids)) {
                    AuditFinding finding = finding(tx, scope, id);
                    if (finding != null && wanted.actions().containsKey(finding.check())) {
                        found.add(candidate(finding, wanted));
                    }
                }
                yield new Page<>(found, null);
            }
        };
    }

    @Override
    public @Nullable Subject find(Tx tx, AccountRegion scope, String id) {
        AuditFinding finding = finding(tx, scope, id);
        if (finding == null) {
            return null;
        }
        boolean isAboutRelated = finding.resource().identifier() instanceof ResourceIdentifier.IssuerCertificate;
        return new Subject.OfFinding(isAboutRelated ? withAllRelated(tx, scope, finding) : finding);
    }

    private record Slice(String auditTaskId, PageRequest page) {}

    /** Goes through the findings check by check; the keyset is the check's place, a space, and the finding's key. */
    private Page<Candidate> ofAudit(Tx tx, AccountRegion scope, OnFindings wanted, Slice slice) {
        List<CheckName> names = List.copyOf(wanted.actions().sequencedKeySet());
        String after = slice.page().after();
        int place = 0;
        String key = null;
        if (after != null) {
            int space = after.indexOf(' ');
            place = Integer.parseInt(after.substring(0, space));
            key = after.length() == space + 1 ? null : after.substring(space + 1);
        }
        var filter = new FindingFilter(
                slice.auditTaskId(), AuditRetention.cutoff(clock.instant()), null, names.get(place), Map.of(), null);
        Page<AuditFinding> read = store.findings()
                .list(tx, scope, filter, new PageRequest(slice.page().limit(), key));
        List<Candidate> found =
                read.items().stream().map(finding -> candidate(finding, wanted)).toList();
        if (read.next() != null) {
            return new Page<>(found, place + " " + read.next());
        }
        return new Page<>(found, place + 1 < names.size() ? (place + 1) + " " : null);
    }

    private static Candidate candidate(AuditFinding finding, OnFindings wanted) {
        String leftOut = null;
        if (finding.isSuppressed()) {
            leftOut = "The finding is suppressed.";
        } else if (!wanted.target().includes(finding.check(), finding.code())) {
            leftOut = "The target's filter leaves out the reason code " + finding.code() + ".";
        }
        return new Candidate(finding.id(), finding.check().value(), null, leftOut);
    }

    private void requireEnded(Tx tx, AccountRegion scope, String id) {
        AuditTask task = store.tasks().find(tx, scope, id);
        if (task == null || task.startedAt().isBefore(AuditRetention.cutoff(clock.instant()))) {
            throw invalid("target: there is no audit task " + id);
        }
        if (task.isInProgress()) {
            throw invalid("target: audit task " + id + " is still in progress");
        }
    }

    private @Nullable AuditFinding finding(Tx tx, AccountRegion scope, String id) {
        AuditFinding finding = store.findings().find(tx, scope, id);
        return finding == null || finding.foundAt().isBefore(AuditRetention.cutoff(clock.instant())) ? null : finding;
    }

    private AuditFinding withAllRelated(Tx tx, AccountRegion scope, AuditFinding finding) {
        List<AuditedResource> related = Pages.all(
                        RELATED_PAGE, page -> store.findings().related(tx, scope, finding.id(), page))
                .toList();
        return finding.withRelated(related);
    }
}
