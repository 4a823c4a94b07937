// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.analysis;

import io.fleetward.policy.document.DeviceAction;
import io.fleetward.policy.document.Effect;
import io.fleetward.policy.match.AutomatonBuilder;
import io.fleetward.policy.match.Budget;
import io.fleetward.policy.match.NameForm;
import io.fleetward.policy.match.Names;
import io.fleetward.policy.match.Reading;
import io.fleetward.policy.match.Search;
import io.fleetward.policy.match.Token;
import io.fleetward.policy.match.Track;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Asks for a resource of some kind on which statements, all about the same action, allow that action when their
 * conditions are met. Confined to one thread.
 */
final class GrantedResources implements Inquiry.Question<String> {
    private final Draft device;
    private final Clauses clauses;
    private final BitSet kind = new BitSet();
    private final Search search;

    GrantedResources(List<PlacedStatement> statements, List<Token> kind) {
        var automaton = new AutomatonBuilder();
        device = Device.asking(DeviceAction.ASSUME_ROLE_WITH_CERTIFICATE, statements);
        clauses = new ClauseReader(automaton, new Variables.OfOneDevice(device.context(), false)).read(statements);
        this.kind.set(automaton.add(kind));
        BitSet all = clauses.patterns();
        all.or(this.kind);
        search = new Search(
                automaton.build(),
                new Names(NameForm.TEXT),
                List.of(new Search.Tape(all, Track.NAME, "")),
                Stream.of(this.kind, clauses.vital(Effect.ALLOW))
                        .filter(Objects::nonNull)
                        .toList());
    }

    Answer<String> ask(Budget budget) {
        return new Inquiry<>(this, budget).ask(search);
    }

    @Override
    public Draft device() {
        return device;
    }

    @Override
    public Stream<Atom> atoms(BitSet matched) {
        return matched.intersects(kind) ? clauses.atoms(matched) : Stream.of();
    }

    @Override
    public boolean isMet(BitSet matched, Set<Atom> truths) {
        return matched.intersects(kind) && clauses.outcome(matched, truths).isAllowed();
    }

    @Override
    public String confirm(Reading reading, List<Atom> relevant, Set<Atom> truths) {
        return reading.word().text(Track.NAME, "*");
    }
}
