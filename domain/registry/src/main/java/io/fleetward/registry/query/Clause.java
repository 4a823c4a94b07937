// SPDX-License-Identifier: Apache-2.0
package io.fleetward.registry.query;

import java.util.List;

/** A part of a query that a thing fits or does not. Immutable. */
sealed interface Clause {
    /** Whether the thing fits. */
    boolean matches(IndexedThing thing);

    /** Whether the answer may depend on the groups that the thing is in. */
    boolean readsGroups();

    /** Every part fits. */
    record And(List<Clause> parts) implements Clause {
        public And {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean matches(IndexedThing thing) {
            return parts.stream().allMatch(part -> part.matches(thing));
        }

        @Override
        public boolean readsGroups() {
            return parts.stream().anyMatch(Clause::readsGroups);
        }
    }

    /** Some part fits. */
    record Or(List<Clause> parts) implements Clause {
        public Or {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean matches(IndexedThing thing) {
            return parts.stream().anyMatch(part -> part.matches(thing));
        }

        @Override
        public boolean readsGroups() {
            return parts.stream().anyMatch(Clause::readsGroups);
        }
    }

    /** The part does not fit. */
    record Not(Clause part) implements Clause {
        @Override
        public boolean matches(IndexedThing thing) {
            return !part.matches(thing);
        }

        @Override
        public boolean readsGroups() {
            return part.readsGroups();
        }
    }

    /** Some value of the field passes. */
    record Term(QueryField field, ValueTest test) implements Clause {
        @Override
        public boolean matches(IndexedThing thing) {
            return field.valuesOf(thing).anyMatch(test::accepts);
        }

        @Override
        public boolean readsGroups() {
            return field == QueryField.Own.THING_GROUPS || field instanceof QueryField.Any;
        }
    }
}
