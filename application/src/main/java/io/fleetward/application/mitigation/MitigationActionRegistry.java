// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.mitigation;

import static io.fleetward.application.registry.RegistryRefusals.alreadyExists;
import static io.fleetward.application.registry.RegistryRefusals.invalid;
import static io.fleetward.application.registry.RegistryRefusals.notFound;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.IotError;
import io.fleetward.application.registry.certificate.CreationOrder;
import io.fleetward.application.registry.tag.ResourceTags;
import io.fleetward.application.registry.tag.TaggableResources;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Ids;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.kernel.Problem;
import io.fleetward.mitigation.action.ActionParams;
import io.fleetward.mitigation.action.ActionType;
import io.fleetward.mitigation.action.MitigationAction;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Use cases on mitigation actions: create, change, show and delete them (audit, action API). Thread-safe. */
public final class MitigationActionRegistry implements TaggableResources {
    /** Actions of one account in one region (audit, quotas). */
    static final int LIMIT = 100;

    private static final String KIND = "Mitigation action";

    private final MitigationStore store;
    private final ResourceTags tags;
    private final InstantSource clock;
    private final Ids ids;

    public MitigationActionRegistry(MitigationStore store, ResourceTags tags, InstantSource clock, Ids ids) {
        this.store = store;
        this.tags = tags;
        this.clock = clock;
        this.ids = ids;
    }

    /** What an action consists of; an update leaves what is null as it is. */
    public record Wish(@Nullable String roleArn, @Nullable ActionParams params) {}

    /** Creates the action with these tags. */
    public MitigationAction create(
            AccountRegion scope, String name, String roleArn, ActionParams params, Map<String, String> added) {
        requireValid(MitigationAction.problems(scope, roleArn, params));
        return store.transactions().write(tx -> {
            if (store.actions().find(tx, scope, name) != null) {
                throw alreadyExists(KIND + " " + name + " already exists", name, MitigationAction.arn(scope, name));
            }
            if (store.actions().of(tx, scope).size() >= LIMIT) {
                throw new ApiException(
                        IotError.LIMIT_EXCEEDED, "An account may have at most " + LIMIT + " mitigation actions");
            }
            Instant now = clock.instant();
            var action = new MitigationAction(scope, name, ids.uuid(), roleArn, params, now, now);
            tags.assign(tx, scope, action.arn(), added);
            store.actions().put(tx, action);
            return action;
        });
    }

    /** Changes what is given of the action; tasks that have started go on with what it was. */
    public MitigationAction update(AccountRegion scope, String name, Wish wish) {
        return store.transactions().write(tx -> {
            MitigationAction action = require(tx, scope, name);
            String roleArn = wish.roleArn() == null ? action.roleArn() : wish.roleArn();
            ActionParams params = wish.params() == null ? action.params() : wish.params();
            requireValid(MitigationAction.problems(scope, roleArn, params));
            MitigationAction changed = action.changed(roleArn, params, clock.instant());
            store.actions().put(tx, changed);
            return changed;
        });
    }

    /** The action of this name. */
    public MitigationAction describe(AccountRegion scope, String name) {
        return store.transactions().read(tx -> require(tx, scope, name));
    }

    /** Deletes the action; nothing happens when there is none. */
    public void delete(AccountRegion scope, String name) {
        store.transactions().change(tx -> {
            if (store.actions().remove(tx, scope, name)) {
                tags.forget(tx, scope, MitigationAction.arn(scope, name));
            }
        });
    }

    /** The actions, of one type when it is given, newest first; the sort key is {@link CreationOrder#key}. */
    public Page<MitigationAction> list(AccountRegion scope, @Nullable ActionType type, PageRequest page) {
        List<MitigationAction> all =
                store.transactions().read(tx -> store.actions().of(tx, scope));
        List<MitigationAction> wanted = all.stream()
                .filter(action -> type == null || action.params().type() == type)
                .toList();
        return CreationOrder.page(wanted, action -> new CreationOrder(action.createdAt(), action.name()), false, page);
    }

    @Override
    public String arnType() {
        return MitigationAction.ARN_TYPE;
    }

    @Override
    public boolean exists(Tx tx, AccountRegion scope, String name) {
        return store.actions().find(tx, scope, name) != null;
    }

    private MitigationAction require(Tx tx, AccountRegion scope, String name) {
        MitigationAction action = store.actions().find(tx, scope, name);
        if (action == null) {
            throw notFound(KIND, name);
        }
        return action;
    }

    private static void requireValid(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw invalid(problems.stream().map(Problem::toString).collect(Collectors.joining("; ")));
        }
    }
}
