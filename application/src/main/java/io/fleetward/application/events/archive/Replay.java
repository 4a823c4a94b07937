// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.archive;

import io.fleetward.application.events.archive.ArchivedEvents.Position;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Arn;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Events of an archive being delivered once more. Immutable; every step makes a new record.
 *
 * @param archive the archive's name
 * @param archiveId tells that archive from later ones of its name
 * @param bus whose rules get the events
 * @param filterArns the only rules that get any; empty for all
 * @param from when the first event occurred
 * @param until when the last event occurred
 * @param reason why it is in this state, null where there is nothing to say
 * @param position how far it has come
 * @param endedAt null while it goes on
 */
public record Replay(
        AccountRegion scope,
        String name,
        @Nullable String description,
        String archive,
        String archiveId,
        String bus,
        List<String> filterArns,
        Instant from,
        Instant until,
        State state,
        @Nullable String reason,
        Position position,
        Instant startedAt,
        @Nullable Instant endedAt) {
    /** How a replay stands; the names are the wire names. */
    public enum State {
        STARTING,
        RUNNING,
        CANCELLING,
        COMPLETED,
        CANCELLED,
        FAILED
    }

    public Replay {
        filterArns = List.copyOf(filterArns);
    }

    /** {@code arn:aws:events:REGION:ACCOUNT:replay/NAME}. */
    public Arn arn() {
        return scope.arn("events", "replay/" + name);
    }

    /** The archive's ARN. */
    public Arn source() {
        return scope.arn("events", "archive/" + archive);
    }

    /** The bus's ARN. */
    public Arn destination() {
        return scope.arn("events", "event-bus/" + bus);
    }

    /** Whether anything is still to be done about it. */
    public boolean isInProgress() {
        return state == State.STARTING || state == State.RUNNING || state == State.CANCELLING;
    }

    /** When the last event that was replayed occurred; null before the first. */
    public @Nullable Instant lastReplayedAt() {
        return position.sequence() == 0 ? null : position.occurredAt();
    }

    Replay at(Position next) {
        return with(State.RUNNING, null, next, null);
    }

    Replay cancelling() {
        return with(State.CANCELLING, null, position, null);
    }

    Replay ended(State how, @Nullable String why, Instant now) {
        return with(how, why, position, now);
    }

    private Replay with(State next, @Nullable String why, Position to, @Nullable Instant end) {
        return new Replay(
                scope,
                name,
                description,
                archive,
                archiveId,
                bus,
                filterArns,
                from,
                until,
                next,
                why,
                to,
                startedAt,
                end);
    }
}
