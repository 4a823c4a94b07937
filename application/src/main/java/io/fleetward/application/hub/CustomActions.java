// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.HubError;
import io.fleetward.application.identity.CallContext;
import io.fleetward.application.store.Transactions;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Keeps the custom actions that findings and insights are sent to the bus with. Thread-safe (hub, custom actions). */
public final class CustomActions {
    static final int MOST = 50;

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9]{1,20}");
    private static final int LONGEST_NAME = 20;
    private static final int LONGEST_DESCRIPTION = 512;

    private final Transactions transactions;
    private final HubStores stores;
    private final ActionTargets targets;

    public CustomActions(Transactions transactions, HubStores stores, ActionTargets targets) {
        this.transactions = transactions;
        this.stores = stores;
        this.targets = targets;
    }

    /** Makes an action of a new id; answers its ARN. */
    public String create(CallContext context, ActionTarget target) {
        if (!ID.matcher(target.id()).matches()) {
            throw HubRefusals.invalid("Id", "data.Id should match pattern \"^" + ID + "$\"");
        }
        requireShort("Name", target.name(), LONGEST_NAME);
        requireShort("Description", target.description(), LONGEST_DESCRIPTION);
        AccountRegion scope = context.scope();
        transactions.change(tx -> {
            HubRefusals.requireEnabled(tx, stores.hubs(), scope);
            if (targets.find(tx, scope, target.id()) != null) {
                throw new ApiException(
                        HubError.RESOURCE_CONFLICT, "An action target with the id " + target.id() + " already exists.");
            }
            if (targets.all(tx, scope).size() >= MOST) {
                throw new ApiException(
                        HubError.LIMIT_EXCEEDED, "The limit of " + MOST + " custom actions has been reached.");
            }
            targets.save(tx, scope, target);
        });
        return target.arn(scope);
    }

    /** Gives an action a new name, a new description or both; null stays as it is. */
    public void update(CallContext context, String arn, @Nullable String name, @Nullable String description) {
        if (name != null) {
            requireShort("Name", name, LONGEST_NAME);
        }
        if (description != null) {
            requireShort("Description", description, LONGEST_DESCRIPTION);
        }
        transactions.change(tx -> {
            HubRefusals.requireEnabled(tx, stores.hubs(), context.scope());
            ActionTarget before = find(tx, targets, context.scope(), arn);
            targets.save(
                    tx,
                    context.scope(),
                    new ActionTarget(
                            before.id(),
                            name == null ? before.name() : name,
                            description == null ? before.description() : description));
        });
    }

    /** Forgets an action. */
    public void delete(CallContext context, String arn) {
        transactions.change(tx -> {
            HubRefusals.requireEnabled(tx, stores.hubs(), context.scope());
            targets.remove(
                    tx, context.scope(), find(tx, targets, context.scope(), arn).id());
        });
    }

    /** The actions with these ARNs in the order asked for; without ARNs all. The keyset is the id. */
    public Page<ActionTarget> list(CallContext context, @Nullable List<String> arns, PageRequest page) {
        List<ActionTarget> all = transactions.read(tx -> {
            HubRefusals.requireEnabled(tx, stores.hubs(), context.scope());
            return arns == null || arns.isEmpty()
                    ? targets.all(tx, context.scope())
                    : arns.stream()
                            .distinct()
                            .map(arn -> find(tx, targets, context.scope(), arn))
                            .toList();
        });
        List<ActionTarget> rest = page.after() == null
                ? all
                : all.stream()
                        .dropWhile(target -> !target.id().equals(page.after()))
                        .skip(1)
                        .toList();
        return Page.cut(rest, page.limit(), ActionTarget::id);
    }

    /** The action with this ARN, which must be of the account and region. */
    static ActionTarget find(Tx tx, ActionTargets targets, AccountRegion scope, String arn) {
        String id = ActionTarget.idIn(scope, arn);
        ActionTarget target = id == null ? null : targets.find(tx, scope, id);
        if (target == null) {
            throw HubRefusals.notFound();
        }
        return target;
    }

    private static void requireShort(String member, String text, int longest) {
        if (text.codePointCount(0, text.length()) > longest) {
            String rule = "data." + member + " should NOT be longer than " + longest + " characters";
            throw HubRefusals.invalid(member, rule);
        }
    }
}
