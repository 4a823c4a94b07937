// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.correlation;

import io.fleetward.kernel.AccountRegion;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A rule that makes one finding out of several. Immutable.
 *
 * @param id a UUID, the last part of the rule's ARN
 * @param progress how far stored findings are gone through
 * @param createdBy the ARN of whoever created it
 */
public record CorrelationRule(
        String id,
        String name,
        String description,
        Status status,
        CorrelationQuestion question,
        CorrelationOutcome outcome,
        RuleProgress progress,
        Instant createdAt,
        Instant updatedAt,
        String createdBy) {
    private static final String SERVICE = "fleetward";
    private static final String TYPE = "correlation-rule";

    /** What people want of a rule; the names of the first two are wire names. */
    public enum Status {
        ENABLED,
        DISABLED,
        /** Nobody sees it any more; its findings are being archived. */
        DELETED
    }

    /** A rule that has all stored findings before it. */
    public static CorrelationRule create(String id, Settings settings, Status status, Instant now, String createdBy) {
        RuleProgress progress = status == Status.ENABLED ? RuleProgress.BEGINNING : RuleProgress.SETTLED;
        return new CorrelationRule(
                id,
                settings.name(),
                settings.description(),
                status,
                settings.question(),
                settings.outcome(),
                progress,
                now,
                now,
                createdBy);
    }

    /** What people say of a rule. */
    public record Settings(String name, String description, CorrelationQuestion question, CorrelationOutcome outcome) {}

    public Settings settings() {
        return new Settings(name, description, question, outcome);
    }

    /** The ARN of the rule with this id. */
    public static String arn(AccountRegion scope, String id) {
        return scope.arn(SERVICE, TYPE + "/" + id).toString();
    }

    /** Whether findings that are written now are to be shown to it. */
    public boolean isWatching() {
        return status == Status.ENABLED && progress.phase() != RuleProgress.Phase.RETIRING;
    }

    /** Whether there is something to do with what is stored. */
    public boolean isWorking() {
        return progress.phase() != RuleProgress.Phase.SETTLED;
    }

    public boolean isDeleted() {
        return status == Status.DELETED;
    }

    /**
     * The rule with other settings. Whoever asks something else, or nothing any more, begins anew: all that was seen is
     * forgotten and every finding archived first. Other words alone have stored findings gone through again.
     */
    public CorrelationRule changed(Settings settings, Status to, Instant now) {
        return new CorrelationRule(
                id,
                settings.name(),
                settings.description(),
                to,
                settings.question(),
                settings.outcome(),
                progress(settings, to),
                createdAt,
                now,
                createdBy);
    }

    private RuleProgress progress(Settings settings, Status to) {
        if (to != status || !settings.question().equals(question)) {
            return RuleProgress.RETIRING;
        }
        return isWatching() && !settings.equals(settings()) ? RuleProgress.BEGINNING : progress;
    }

    /** The same once stored findings are to be gone through from the beginning, as far as it watches. */
    public CorrelationRule restarted() {
        return isWatching() ? withProgress(RuleProgress.BEGINNING) : this;
    }

    /** The same without going through any more stored findings. */
    public CorrelationRule settled() {
        return withProgress(RuleProgress.SETTLED);
    }

    private CorrelationRule withProgress(RuleProgress other) {
        return new CorrelationRule(
                id, name, description, status, question, outcome, other, createdAt, updatedAt, createdBy);
    }

    /** Once nothing is left of what it had seen before. */
    public CorrelationRule retired() {
        return withProgress(status == Status.ENABLED ? RuleProgress.BEGINNING : RuleProgress.SETTLED);
    }

    /**
     * Once some more stored findings of a part are gone through.
     *
     * @param next behind which finding it goes on; null when there are no more of this part
     */
    public CorrelationRule advanced(@Nullable String next) {
        return withProgress(progress.advanced(next, question.parts().size()));
    }
}
