// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.tag;

import io.fleetward.application.registry.RegistryRefusals;
import io.fleetward.application.store.Transactions;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Arn;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Sets, removes and lists the tags of any taggable resource by its ARN (iot-core, names, values, limits).
 *
 * <p>Thread-safe.
 */
public final class TagRegistry {
    private final Transactions transactions;
    private final ResourceTags tags;
    private final List<TaggableResources> owners;

    public TagRegistry(Transactions transactions, ResourceTags tags, List<TaggableResources> owners) {
        this.transactions = transactions;
        this.tags = tags;
        this.owners = List.copyOf(owners);
    }

    /** Sets tags; equal keys take the new value. */
    public void tag(AccountRegion scope, String arn, Map<String, String> added) {
        transactions.change(tx -> tags.assign(tx, scope, require(tx, scope, arn), added));
    }

    /** Removes tags; keys that are not there have no effect. */
    public void untag(AccountRegion scope, String arn, List<String> keys) {
        transactions.change(tx -> tags.remove(tx, scope, require(tx, scope, arn), keys));
    }

    /** The tags of the resource by key; the sort key is the tag's key. */
    public Page<Map.Entry<String, String>> list(AccountRegion scope, String arn, PageRequest page) {
        return transactions.read(tx -> {
            List<Map.Entry<String, String>> rest = tags.of(tx, scope, require(tx, scope, arn)).entrySet().stream()
                    .filter(tag -> tag.getKey().compareTo(Objects.requireNonNullElse(page.after(), "")) > 0)
                    .sorted(Map.Entry.comparingByKey())
                    .map(tag -> Map.entry(tag.getKey(), tag.getValue()))
                    .toList();
            return Page.cut(rest, page.limit(), Map.Entry::getKey);
        });
    }

    private Arn require(Tx tx, AccountRegion scope, String text) {
        Arn arn = Arn.parse(text);
        if (arn != null && arn.belongsTo(scope) && "iot".equals(arn.service())) {
            if (owners.stream().anyMatch(owner -> owns(tx, scope, owner, arn))) {
                return arn;
            }
        }
        throw RegistryRefusals.notFound("Taggable resource", text);
    }

    private static boolean owns(Tx tx, AccountRegion scope, TaggableResources owner, Arn arn) {
        String name = arn.nameOf(owner.arnType());
        return name != null && owner.exists(tx, scope, name);
    }
}
