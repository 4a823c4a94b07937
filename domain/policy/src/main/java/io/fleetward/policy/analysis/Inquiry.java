// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.analysis;

import io.fleetward.policy.match.Budget;
import io.fleetward.policy.match.Reading;
import io.fleetward.policy.match.Search;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Asks whether there is a request with a certain property, and for one that has it.
 *
 * <p>First the property is decided for everything that statements can tell apart, with every condition true or false as
 * needed. Where it holds, a request is made up and asked for confirmation. Confined to one thread.
 *
 * @param <W> what a confirmed request is told as
 */
final class Inquiry<W> {
    /** What is asked. */
    interface Question<W> {
        /** Who makes the request. */
        Draft device();

        /** What the property depends on, for a request that these patterns match. */
        Stream<Atom> atoms(BitSet matched);

        /** Whether such a request, of which this is true, has the property. */
        boolean isMet(BitSet matched, Set<Atom> truths);

        /** Makes the request up and has it confirmed; null when that does not work out. */
        @Nullable
        W confirm(Reading reading, List<Atom> relevant, Set<Atom> truths);
    }

    /** So many requests are made up before the question is given up. */
    private static final int MOST_ATTEMPTS = 64;

    private final Question<W> question;
    private final Budget budget;
    private final Set<BitSet> vain = new HashSet<>();
    private final List<W> found = new ArrayList<>();
    private boolean tooComplex;
    private int attempts;

    Inquiry(Question<W> question, Budget budget) {
        this.question = question;
        this.budget = budget;
    }

    /** The answer. */
    Answer<W> ask(Search search) {
        Search.End end = search.run(budget, this::isEnough);
        if (!found.isEmpty()) {
            return new Answer.Example<>(found.getFirst());
        }
        if (end == Search.End.OUT_OF_BUDGET || tooComplex) {
            return new Answer.Undecided<>(Answer.Cause.TOO_COMPLEX);
        }
        return attempts > 0 ? new Answer.Undecided<>(Answer.Cause.NO_EXAMPLE) : new Answer.None<>();
    }

    private boolean isEnough(Reading reading) {
        if (vain.contains(reading.matched())) {
            return false;
        }
        Cases cases =
                new Cases(question.atoms(reading.matched()), question.device().attachments());
        if (cases.areTooMany(budget)) {
            tooComplex = true;
            return false;
        }
        List<Set<Atom>> possible =
                cases.where(truths -> question.isMet(reading.matched(), truths)).toList();
        if (possible.isEmpty()) {
            vain.add(reading.matched());
        }
        return possible.stream().anyMatch(truths -> isConfirmed(reading, cases.atoms(), truths));
    }

    private boolean isConfirmed(Reading reading, List<Atom> relevant, Set<Atom> truths) {
        if (attempts++ >= MOST_ATTEMPTS) {
            return true;
        }
        W witness = question.confirm(reading, relevant, truths);
        if (witness != null) {
            found.add(witness);
        }
        return witness != null;
    }
}
