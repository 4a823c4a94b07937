// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import static io.fleetward.application.registry.RegistryRefusals.alreadyExists;
import static io.fleetward.application.registry.RegistryRefusals.notFound;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.IotError;
import io.fleetward.application.registry.tag.ResourceTags;
import io.fleetward.application.registry.tag.TaggableResources;
import io.fleetward.application.store.Tx;
import io.fleetward.audit.CheckName;
import io.fleetward.audit.schedule.Recurrence;
import io.fleetward.audit.schedule.RecurrenceRequest;
import io.fleetward.audit.schedule.ScheduledAudit;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.kernel.Problem;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Use cases on scheduled audits: create, change, show and delete them (audit, scheduled audits). Thread-safe. */
public final class AuditSchedules implements TaggableResources {
    /** Schedules of one account in one region (audit, quotas). */
    static final int LIMIT = 5;

    private static final String KIND = "Scheduled audit";

    private final AuditStore store;
    private final CheckCatalogue checks;
    private final ResourceTags tags;
    private final AuditScheduler scheduler;
    private final InstantSource clock;

    public AuditSchedules(
            AuditStore store, CheckCatalogue checks, ResourceTags tags, AuditScheduler scheduler, InstantSource clock) {
        this.store = store;
        this.checks = checks;
        this.tags = tags;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** Creates the schedule with these tags. */
    public ScheduledAudit create(
            AccountRegion scope,
            String name,
            RecurrenceRequest when,
            List<String> checkNames,
            Map<String, String> added) {
        return store.transactions().write(tx -> {
            Recurrence recurrence = recurrence(when, null);
            List<CheckName> wanted = chosen(tx, scope, checkNames);
            if (store.schedules().find(tx, scope, name) != null) {
                throw alreadyExists(KIND + " " + name + " already exists", name, ScheduledAudit.arn(scope, name));
            }
            if (store.schedules().of(tx, scope).size() >= LIMIT) {
                throw new ApiException(
                        IotError.LIMIT_EXCEEDED, "An account may have at most " + LIMIT + " scheduled audits");
            }
            var schedule = ScheduledAudit.start(scope, name, recurrence, wanted, clock.instant());
            tags.assign(tx, scope, schedule.arn(), added);
            return put(tx, schedule);
        });
    }

    /** Changes what is given of the schedule; null check names leave the checks as they are. */
    public ScheduledAudit update(
            AccountRegion scope, String name, RecurrenceRequest when, @Nullable List<String> checkNames) {
        return store.transactions().write(tx -> {
            ScheduledAudit schedule = require(tx, scope, name);
            List<CheckName> wanted = checkNames == null ? schedule.checks() : chosen(tx, scope, checkNames);
            return put(tx, schedule.changed(recurrence(when, schedule.recurrence()), wanted, clock.instant()));
        });
    }

    /** The schedule of this name. */
    public ScheduledAudit describe(AccountRegion scope, String name) {
        return store.transactions().read(tx -> require(tx, scope, name));
    }

    /** Deletes the schedule, which must exist; its tasks and findings stay. */
    public void delete(AccountRegion scope, String name) {
        store.transactions().change(tx -> {
            if (!store.schedules().remove(tx, scope, name)) {
                throw notFound(KIND, name);
            }
            tags.forget(tx, scope, ScheduledAudit.arn(scope, name));
        });
    }

    /** The schedules by name; the sort key is the name. */
    public Page<ScheduledAudit> list(AccountRegion scope, PageRequest page) {
        List<ScheduledAudit> rest = store
                .transactions()
                .read(tx -> store.schedules().of(tx, scope))
                .stream()
                .filter(schedule -> schedule.name().compareTo(Objects.requireNonNullElse(page.after(), "")) > 0)
                .toList();
        return Page.cut(rest, page.limit(), ScheduledAudit::name);
    }

    @Override
    public String arnType() {
        return "scheduledaudit";
    }

    @Override
    public boolean exists(Tx tx, AccountRegion scope, String name) {
        return store.schedules().find(tx, scope, name) != null;
    }

    private ScheduledAudit put(Tx tx, ScheduledAudit schedule) {
        store.schedules().put(tx, schedule);
        tx.afterCommit(() -> scheduler.expect(schedule.nextRunAt()));
        return schedule;
    }

    private ScheduledAudit require(Tx tx, AccountRegion scope, String name) {
        ScheduledAudit schedule = store.schedules().find(tx, scope, name);
        if (schedule == null) {
            throw notFound(KIND, name);
        }
        return schedule;
    }

    private List<CheckName> chosen(Tx tx, AccountRegion scope, List<String> checkNames) {
        return List.copyOf(new CheckChoice(store, checks.of(tx, scope)).of(tx, scope, checkNames));
    }

    private static Recurrence recurrence(RecurrenceRequest when, @Nullable Recurrence current) {
        return switch (when.applyTo(current)) {
            case RecurrenceRequest.Outcome.Accepted(Recurrence recurrence) -> recurrence;
            case RecurrenceRequest.Outcome.Refused(List<Problem> problems) ->
                throw new ApiException(
                        IotError.INVALID_REQUEST,
                        problems.stream().map(Problem::toString).collect(Collectors.joining("; ")));
        };
    }
}
