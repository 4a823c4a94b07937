// SPDX-License-Identifier: Apache-2.0
package io.fleetward.registry.query;

import io.fleetward.registry.thing.ThingGroupName;
import io.fleetward.registry.thing.ThingTypeName;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One field of a thing that a query reads, by its case-sensitive name, or all of them. Immutable. */
sealed interface QueryField {
    /** The values of this field; none when the thing has no such field. */
    Stream<String> valuesOf(IndexedThing thing);

    /**
     * The field with this name.
     *
     * @throws InvalidQueryException when the index has no such field, or it is not searchable
     */
    static QueryField named(String name) {
        if (name.startsWith(Attribute.PREFIX) && name.length() > Attribute.PREFIX.length()) {
            return new Attribute(name.substring(Attribute.PREFIX.length()));
        }
        QueryField field = Own.BY_NAME.get(name);
        if (field == null) {
            throw new InvalidQueryException("The field " + name + " is not indexed; searchable are "
                    + String.join(", ", Own.names()) + " and attributes.<name>");
        }
        return field;
    }

    /** A field of the registry's own. */
    enum Own implements QueryField {
        THING_NAME {
            @Override
            public Stream<String> valuesOf(IndexedThing thing) {
                return Stream.of(thing.thing().name().value());
            }
        },
        THING_ID {
            @Override
            public Stream<String> valuesOf(IndexedThing thing) {
                return Stream.of(thing.thing().id());
            }
        },
        THING_TYPE {
            @Override
            public Stream<String> valuesOf(IndexedThing thing) {
                ThingTypeName type = thing.thing().type();
                return type == null ? Stream.empty() : Stream.of(type.value());
            }
        },
        THING_GROUPS {
            @Override
            public Stream<String> valuesOf(IndexedThing thing) {
                return thing.groups().stream().map(ThingGroupName::value);
            }
        };

        private static final Map<String, QueryField> BY_NAME = Map.of(
                "thingName", THING_NAME,
                "thingId", THING_ID,
                "thingTypeName", THING_TYPE,
                "registry.thingTypeName", THING_TYPE,
                "thingGroupNames", THING_GROUPS,
                "registry.thingGroupNames", THING_GROUPS);

        private static List<String> names() {
            return BY_NAME.keySet().stream().sorted().toList();
        }
    }

    /** The attribute with this name. */
    record Attribute(String name) implements QueryField {
        private static final String PREFIX = "attributes.";

        @Override
        public Stream<String> valuesOf(IndexedThing thing) {
            String value = thing.thing().attributes().values().get(name);
            return value == null ? Stream.empty() : Stream.of(value);
        }
    }

    /** Everything that the index knows of a thing: what a term without a field searches. */
    record Any() implements QueryField {
        @Override
        public Stream<String> valuesOf(IndexedThing thing) {
            return Stream.concat(
                    Stream.of(Own.values()).flatMap(field -> field.valuesOf(thing)),
                    thing.thing().attributes().values().values().stream());
        }
    }
}
