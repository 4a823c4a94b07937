// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.central;

import io.fleetward.kernel.AccountRegion;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How hubs of accounts are to be configured, under a name. Immutable (hub, organization).
 *
 * @param id a UUID
 * @param description null when nobody gave one
 */
public record ConfigurationPolicy(
        String id,
        String name,
        @Nullable String description,
        HubPolicy settings,
        Map<String, String> tags,
        Instant createdAt,
        Instant updatedAt) {
    private static final String RESOURCE = "configuration-policy/";

    public ConfigurationPolicy {
        tags = Map.copyOf(tags);
    }

    /** The ARN of the policy with this id, which its administrator keeps there. */
    public static String arn(AccountRegion administrator, String id) {
        return administrator.arn("securityhub", RESOURCE + id).toString();
    }

    /** The id that a client means by an ARN or an id. */
    public static String id(AccountRegion administrator, String identifier) {
        String prefix = arn(administrator, "");
        return identifier.startsWith(prefix) ? identifier.substring(prefix.length()) : identifier;
    }

    /** The same with other tags. */
    public ConfigurationPolicy withTags(Map<String, String> other) {
        return new ConfigurationPolicy(id, name, description, settings, other, createdAt, updatedAt);
    }
}
