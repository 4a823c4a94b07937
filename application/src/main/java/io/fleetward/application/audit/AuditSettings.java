// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.IotError;
import io.fleetward.application.registry.tag.ResourceTags;
import io.fleetward.application.store.Tx;
import io.fleetward.audit.CheckName;
import io.fleetward.audit.check.AuditChecks;
import io.fleetward.audit.configuration.AuditConfiguration;
import io.fleetward.audit.configuration.ConfigurationMerge;
import io.fleetward.audit.configuration.ConfigurationOutcome;
import io.fleetward.audit.configuration.ConfigurationPatch;
import io.fleetward.audit.schedule.ScheduledAudit;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Problem;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Use cases on what an account has audited (audit, account configuration). Thread-safe. */
public final class AuditSettings {
    private final AuditStore store;
    private final CheckCatalogue checks;
    private final ResourceTags tags;

    public AuditSettings(AuditStore store, CheckCatalogue checks, ResourceTags tags) {
        this.store = store;
        this.checks = checks;
        this.tags = tags;
    }

    /** The checks that the account can choose from. */
    public AuditChecks checks(AccountRegion scope) {
        return checks.of(scope);
    }

    /** The configuration, null while the account has none: then every check is disabled. */
    public @Nullable AuditConfiguration describe(AccountRegion scope) {
        return store.transactions().read(tx -> store.configurations().find(tx, scope));
    }

    /** Merges the change into the configuration, or refuses it as a whole. */
    public void update(AccountRegion scope, ConfigurationPatch patch) {
        store.transactions().change(tx -> update(tx, scope, patch));
    }

    /**
     * Removes the configuration and so disables every check; findings, tasks and suppressions stay.
     *
     * @param withSchedules whether scheduled audits, which could run nothing any more, are deleted as well
     */
    public void delete(AccountRegion scope, boolean withSchedules) {
        store.transactions().change(tx -> {
            if (!store.configurations().remove(tx, scope)) {
                throw new ApiException(
                        IotError.RESOURCE_NOT_FOUND, "The account has no audit configuration in this region");
            }
            List<ScheduledAudit> schedules = store.schedules().of(tx, scope);
            if (!schedules.isEmpty() && !withSchedules) {
                throw new ApiException(
                        IotError.INVALID_REQUEST,
                        "deleteScheduledAudits must be true while there are scheduled audits: " + names(schedules));
            }
            schedules.forEach(schedule -> remove(tx, schedule));
        });
    }

    private void remove(Tx tx, ScheduledAudit schedule) {
        store.schedules().remove(tx, schedule.scope(), schedule.name());
        tags.forget(tx, schedule.scope(), schedule.arn());
    }

    /** As the other, within a transaction. */
    void update(Tx tx, AccountRegion scope, ConfigurationPatch patch) {
        AuditConfiguration current = store.configurations().find(tx, scope);
        switch (ConfigurationMerge.apply(scope, checks.of(tx, scope), current, patch)) {
            case ConfigurationOutcome.Changed(AuditConfiguration next) -> {
                requireUnscheduled(tx, scope, current, next);
                store.configurations().put(tx, scope, next);
            }
            case ConfigurationOutcome.Refused refused ->
                throw new ApiException(
                        IotError.INVALID_REQUEST,
                        refused.problems().stream().map(Problem::toString).collect(Collectors.joining("; ")));
        }
    }

    /** Refuses to disable a check that a schedule lists. */
    private void requireUnscheduled(
            Tx tx, AccountRegion scope, @Nullable AuditConfiguration current, AuditConfiguration next) {
        if (current == null) {
            return;
        }
        List<ScheduledAudit> schedules = store.schedules().of(tx, scope);
        for (CheckName check : checks.of(tx, scope).names()) {
            List<ScheduledAudit> using = schedules.stream()
                    .filter(schedule -> schedule.checks().contains(check))
                    .toList();
            if (!using.isEmpty() && current.enables(check) && !next.enables(check)) {
                throw new ApiException(
                        IotError.INVALID_REQUEST,
                        "auditCheckConfigurations." + check + ": cannot be disabled while scheduled audits list it: "
                                + names(using));
            }
        }
    }

    private static List<String> names(List<ScheduledAudit> schedules) {
        return schedules.stream().map(ScheduledAudit::name).toList();
    }
}
