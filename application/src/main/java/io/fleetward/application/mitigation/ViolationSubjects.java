// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.mitigation;

import static io.fleetward.application.registry.RegistryRefusals.invalid;

import io.fleetward.application.detect.DetectStores;
import io.fleetward.application.detect.ViolationEventRecord;
import io.fleetward.application.detect.ViolationFilter;
import io.fleetward.application.detect.ViolationRecord;
import io.fleetward.application.detect.Violations.EventQuery;
import io.fleetward.application.store.Tx;
import io.fleetward.detect.alarm.Violation;
import io.fleetward.detect.alarm.ViolationEventType;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.mitigation.action.ActionDefinition;
import io.fleetward.mitigation.action.ActionType;
import io.fleetward.mitigation.action.Applicability;
import io.fleetward.mitigation.effect.Subject;
import io.fleetward.mitigation.task.MitigationOrder;
import io.fleetward.mitigation.task.MitigationOrder.OnViolations;
import io.fleetward.mitigation.task.ViolationTarget;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The violations that orders are about (audit, detect mitigation tasks). Thread-safe. */
public final class ViolationSubjects implements SubjectSource {
    /** How long violations are known (audit, quotas). */
    private static final Duration RETENTION = Duration.ofDays(30);

    private final DetectStores stores;
    private final InstantSource clock;

    public ViolationSubjects(DetectStores stores, InstantSource clock) {
        this.stores = stores;
        this.clock = clock;
    }

    @Override
    public void requireTarget(Tx tx, AccountRegion scope, MitigationOrder order) {
        OnViolations wanted = (OnViolations) order;
        if (wanted.range() != null
                && wanted.range().from().isAfter(wanted.range().to())) {
            throw invalid("violationEventOccurrenceRange: startTime must not be after endTime");
        }
        switch (wanted.target()) {
            case ViolationTarget.OfViolations(var ids) ->
                ids.forEach(id -> {
                    if (stores.violations().find(tx, scope, id) == null) {
                        throw invalid("target: there is no violation " + id);
                    }
                });
            case ViolationTarget.OfProfile(String profile, var _) -> {
                if (stores.profiles().find(tx, scope, profile) == null) {
                    throw invalid("target: there is no security profile " + profile);
                }
            }
        }
    }

    @Override
    public void requireApplicable(Tx tx, AccountRegion scope, MitigationOrder order, ActionDefinition action) {
        Set<ActionType> allowed = Applicability.toViolations();
        if (!allowed.contains(action.params().type())) {
            throw invalid("actions: action " + action.name() + " of type "
                    + action.params().type() + " cannot be applied to violations, only " + allowed);
        }
    }

    @Override
    public Page<Candidate> candidates(Tx tx, AccountRegion scope, MitigationOrder order, PageRequest page) {
        OnViolations wanted = (OnViolations) order;
        return switch (wanted.target()) {
            case ViolationTarget.OfViolations(var ids) -> {
                var found = new ArrayList<Candidate>();
                for (String id : new LinkedHashSet<>(ids)) {
                    ViolationRecord violation = stores.violations().find(tx, scope, id);
                    if (violation != null) {
                        found.add(candidate(violation.violation(), leftOut(violation, wanted)));
                    }
                }
                yield new Page<>(found, null);
            }
            case ViolationTarget.OfProfile target ->
                wanted.isOnlyActive()
                        ? active(tx, scope, new Search(wanted, target), page)
                        : ever(tx, scope, new Search(wanted, target), page);
        };
    }

    @Override
    public @Nullable Subject find(Tx tx, AccountRegion scope, String id) {
        ViolationRecord found = stores.violations().find(tx, scope, id);
        return found == null ? null : new Subject.OfViolation(found.violation());
    }

    /** An order for violations of a profile. */
    private record Search(OnViolations order, ViolationTarget.OfProfile target) {
        ViolationFilter filter() {
            Boolean suppressed = order.isWithSuppressed() ? null : Boolean.FALSE;
            return new ViolationFilter(null, target.profile(), null, suppressed, null);
        }

        boolean fits(String behavior) {
            return target.behavior() == null || target.behavior().equals(behavior);
        }
    }

    private Page<Candidate> active(Tx tx, AccountRegion scope, Search search, PageRequest page) {
        Page<ViolationRecord> read = stores.violations().active(tx, scope, search.filter(), page);
        List<Candidate> found = read.items().stream()
                .map(ViolationRecord::violation)
                .filter(violation -> search.fits(violation.key().behavior()))
                .filter(violation -> isWithin(violation, search.order().range()))
                .map(violation -> candidate(violation, null))
                .toList();
        return new Page<>(found, read.next());
    }

    /** A violation that has ended is found by the event that raised it. */
    private Page<Candidate> ever(Tx tx, AccountRegion scope, Search search, PageRequest page) {
        MitigationOrder.Range range = search.order().range();
        Instant now = clock.instant();
        var query = new EventQuery(
                range == null ? now.minus(RETENTION) : range.from(), range == null ? now : range.to(), search.filter());
        Page<ViolationEventRecord> read = stores.violations().events(tx, scope, query, page);
        List<Candidate> found = read.items().stream()
                .filter(event -> event.type() == ViolationEventType.IN_ALARM)
                .filter(event -> search.fits(event.key().behavior()))
                .map(event -> new Candidate(
                        event.violationId(), "", event.key().device().name(), null))
                .distinct()
                .toList();
        return new Page<>(found, read.next());
    }

    private static Candidate candidate(Violation violation, @Nullable String leftOut) {
        return new Candidate(violation.id(), "", violation.key().device().name(), leftOut);
    }

    private static @Nullable String leftOut(ViolationRecord found, OnViolations wanted) {
        if (wanted.isOnlyActive() && !found.isActive()) {
            return "The violation is no longer in alarm.";
        }
        if (!wanted.isWithSuppressed() && found.violation().behavior().isSuppressed()) {
            return "The behavior is suppressed.";
        }
        return isWithin(found.violation(), wanted.range()) ? null : "The violation happened at another time.";
    }

    private static boolean isWithin(Violation violation, MitigationOrder.@Nullable Range range) {
        return range == null
                || (!violation.startedAt().isAfter(range.to())
                        && !violation.lastAt().isBefore(range.from()));
    }
}
