// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.tag;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.IotError;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Arn;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;

/**
 * Keeps the rules on tags (iot-core, names, values, limits) for whoever creates and deletes taggable resources.
 *
 * <p>Thread-safe.
 */
public final class ResourceTags {
    private static final int PER_RESOURCE = 50;

    private final Tags tags;

    public ResourceTags(Tags tags) {
        this.tags = tags;
    }

    /** Sets the tags on an existing resource; equal keys take the new value. */
    public void assign(Tx tx, AccountRegion scope, Arn resource, Map<String, String> added) {
        var keys = new HashSet<>(tags.of(tx, scope, resource).keySet());
        keys.addAll(added.keySet());
        if (keys.size() > PER_RESOURCE) {
            throw new ApiException(
                    IotError.LIMIT_EXCEEDED, "A resource may have at most " + PER_RESOURCE + " tags: " + resource);
        }
        added.forEach((key, value) -> {
            requireUnreserved(key);
            tags.put(tx, scope, resource, key, value);
        });
    }

    /** Forgets the tags of a deleted resource. */
    public void forget(Tx tx, AccountRegion scope, Arn resource) {
        tags.removeAll(tx, scope, resource);
    }

    private static void requireUnreserved(String key) {
        if (key.toLowerCase(Locale.ROOT).startsWith("aws:")) {
            throw new ApiException(
                    IotError.INVALID_REQUEST,
                    "Tag keys must not begin with the reserved prefix aws: but one is " + key);
        }
    }
}
