// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.audit;

import static io.fleetward.store.Tenant.text;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.position;

import io.fleetward.audit.AuditedResource;
import io.fleetward.audit.ResourceIdentifier;
import io.fleetward.audit.ResourceType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The columns that hold a resource.
 *
 * <p>The members of the identifier are one text, {@code \nname=value\nname=value\n}, so that a filter by any of them is a
 * search for {@code \nname=value\n}. Line breaks in values are escaped.
 */
final class ResourceColumns {
    private static final Field<String> TYPE = text("resource_type");
    private static final Field<String> MEMBERS = text("resource_members");
    private static final Field<String> ADDITIONAL_INFO = text("additional_info");
    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final TypeReference<Map<String, String>> MAP = new TypeReference<>() {};

    static final List<Field<?>> ALL = List.of(TYPE, MEMBERS, ADDITIONAL_INFO);

    private ResourceColumns() {}

    static Map<Field<?>, Object> row(AuditedResource resource) {
        return Map.of(
                TYPE, resource.identifier().type().name(),
                MEMBERS, members(resource.identifier()),
                ADDITIONAL_INFO, MAPPER.writeValueAsString(new TreeMap<>(resource.additionalInfo())));
    }

    static AuditedResource resource(Record row) {
        return new AuditedResource(identifier(row), MAPPER.readValue(row.get(ADDITIONAL_INFO), MAP));
    }

    /** The members of an identifier as they stand in their column; equal for equal identifiers only. */
    static String members(ResourceIdentifier identifier) {
        var members = new StringBuilder("\n");
        identifier.members().forEach((name, value) -> members.append(member(name, value)));
        return members.toString();
    }

    /** The identifier in the row's columns. */
    static ResourceIdentifier identifier(Record row) {
        var members = new HashMap<String, String>();
        row.get(MEMBERS).lines().filter(line -> !line.isEmpty()).forEach(line -> {
            int equals = line.indexOf('=');
            members.put(line.substring(0, equals), line.substring(equals + 1).translateEscapes());
        });
        return ResourceIdentifier.of(ResourceType.valueOf(row.get(TYPE)), members);
    }

    /** The identifier has all these members. */
    static Condition has(Map<String, String> members) {
        Condition all = noCondition();
        for (Map.Entry<String, String> member : members.entrySet()) {
            all = all.and(position(MEMBERS, "\n" + member(member.getKey(), member.getValue()))
                    .gt(0));
        }
        return all;
    }

    private static String member(String name, String value) {
        String escaped = value.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
        return name + "=" + escaped + "\n";
    }
}
