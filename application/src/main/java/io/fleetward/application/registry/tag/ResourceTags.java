// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.tag;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.IotError;
import io.fleetward.application.registry.RegistryChange;
import io.fleetward.application.registry.RegistryChanges;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Arn;
import java.util.HashSet;
import java.util.List;
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
    private final RegistryChanges changes;

    /** Tags that nobody watches. */
    public ResourceTags(Tags tags) {
        this(tags, new RegistryChanges());
    }

    /** @param changes are told of every taggable resource that comes, goes, or gets other tags */
    public ResourceTags(Tags tags, RegistryChanges changes) {
        this.tags = tags;
        this.changes = changes;
    }

    /** The resource's tags, sorted by key. */
    Map<String, String> of(Tx tx, AccountRegion scope, Arn resource) {
        return tags.of(tx, scope, resource);
    }

    /** Sets the tags, maybe none, on an existing resource; equal keys take the new value. */
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
        changed(tx, scope, resource);
    }

    /** Removes tags; keys that are not there have no effect. */
    void remove(Tx tx, AccountRegion scope, Arn resource, List<String> keys) {
        keys.forEach(key -> tags.remove(tx, scope, resource, key));
        changed(tx, scope, resource);
    }

    /** Forgets the tags of a deleted resource. */
    public void forget(Tx tx, AccountRegion scope, Arn resource) {
        tags.removeAll(tx, scope, resource);
        changed(tx, scope, resource);
    }

    private void changed(Tx tx, AccountRegion scope, Arn resource) {
        changes.announce(tx, new RegistryChange(scope, RegistryChange.Kind.TAGS, resource.toString()));
    }

    private static void requireUnreserved(String key) {
        if (key.toLowerCase(Locale.ROOT).startsWith("aws:")) {
            throw new ApiException(
                    IotError.INVALID_REQUEST,
                    "Tag keys must not begin with the reserved prefix aws: but one is " + key);
        }
    }
}
