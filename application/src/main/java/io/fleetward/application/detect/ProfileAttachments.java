// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect;

import static io.fleetward.application.registry.RegistryRefusals.invalid;
import static io.fleetward.application.registry.RegistryRefusals.notFound;

import io.fleetward.application.detect.ProfileTargets.Attachment;
import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.IotError;
import io.fleetward.application.registry.thing.ThingGroupFilter;
import io.fleetward.application.registry.thing.ThingGroups;
import io.fleetward.application.store.Transactions;
import io.fleetward.application.store.Tx;
import io.fleetward.detect.profile.ProfileTarget;
import io.fleetward.detect.profile.ProfileTarget.GroupMembers;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.registry.thing.ThingGroup;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Attaches security profiles to sets of devices and detaches them (detect, targets).
 *
 * <p>Thread-safe. When a call that changes something returns, devices are watched accordingly.
 */
public final class ProfileAttachments {
    private static final int PROFILES_PER_TARGET = 5;
    private static final int SCAN = 250;

    private final Transactions transactions;
    private final DetectStores stores;
    private final ThingGroups groups;
    private final WatchedScopes watched;

    public ProfileAttachments(
            Transactions transactions, DetectStores stores, ThingGroups groups, WatchedScopes watched) {
        this.transactions = transactions;
        this.stores = stores;
        this.groups = groups;
        this.watched = watched;
    }

    /** Attaches the profile to what the ARN names; both must exist. Again has no effect. */
    public void attach(AccountRegion scope, String profile, String targetArn) {
        ProfileTarget target = target(scope, targetArn);
        transactions.change(tx -> {
            requireProfile(tx, scope, profile);
            requireTarget(tx, scope, target);
            List<String> attached = stores.targets().profilesOf(tx, scope, target);
            if (attached.contains(profile)) {
                return;
            }
            if (attached.size() >= PROFILES_PER_TARGET) {
                throw new ApiException(
                        IotError.LIMIT_EXCEEDED,
                        "A target may have at most " + PROFILES_PER_TARGET + " security profiles: " + targetArn);
            }
            stores.targets().attach(tx, scope, new Attachment(profile, target));
        });
        watched.refresh(scope);
    }

    /** Detaches the profile; both must exist, but need not be attached. */
    public void detach(AccountRegion scope, String profile, String targetArn) {
        ProfileTarget target = target(scope, targetArn);
        transactions.change(tx -> {
            requireProfile(tx, scope, profile);
            requireTarget(tx, scope, target);
            stores.targets().detach(tx, scope, new Attachment(profile, target));
        });
        watched.refresh(scope);
    }

    /** The targets of the profile, which must exist; by ARN. */
    public Page<ProfileTarget> targets(AccountRegion scope, String profile, PageRequest page) {
        return transactions.read(tx -> {
            requireProfile(tx, scope, profile);
            return stores.targets().targetsOf(tx, scope, profile, page);
        });
    }

    /** What is attached to the target and, when recursive, to the groups below it; by target ARN, then by profile. */
    public Page<Attachment> profiles(AccountRegion scope, TargetQuery query, PageRequest page) {
        ProfileTarget target = target(scope, query.targetArn());
        return transactions.read(tx -> {
            requireTarget(tx, scope, target);
            Set<ProfileTarget> wanted = new HashSet<>(Set.of(target));
            if (query.isRecursive() && target instanceof GroupMembers members) {
                addGroupsBelow(tx, scope, members, wanted);
            }
            String after = page.after() == null ? "" : page.after();
            List<Attachment> rest = stores.targets().all(tx, scope).stream()
                    .filter(attachment -> wanted.contains(attachment.target()))
                    .filter(attachment -> sortKey(scope, attachment).compareTo(after) > 0)
                    .limit(page.limit() + 1L)
                    .toList();
            return Page.cut(rest, page.limit(), attachment -> sortKey(scope, attachment));
        });
    }

    /** Whose profiles to list. */
    public record TargetQuery(String targetArn, boolean isRecursive) {}

    private void addGroupsBelow(Tx tx, AccountRegion scope, GroupMembers members, Set<ProfileTarget> wanted) {
        ThingGroup top = groups.find(tx, scope, members.group());
        String after = null;
        do {
            Page<ThingGroup> below =
                    groups.list(tx, scope, new ThingGroupFilter(top, true, null), new PageRequest(SCAN, after));
            below.items().forEach(group -> wanted.add(new GroupMembers(group.name())));
            after = below.next();
        } while (after != null);
    }

    private static String sortKey(AccountRegion scope, Attachment attachment) {
        return attachment.target().arn(scope) + " " + attachment.profile();
    }

    private static ProfileTarget target(AccountRegion scope, String arn) {
        ProfileTarget target = ProfileTarget.ofArn(scope, arn);
        if (target == null) {
            throw invalid("securityProfileTargetArn must name all/things, all/registered-things,"
                    + " all/unregistered-things or a thing group of this account and region: " + arn);
        }
        return target;
    }

    private void requireProfile(Tx tx, AccountRegion scope, String name) {
        if (stores.profiles().find(tx, scope, name) == null) {
            throw notFound("Security profile", name);
        }
    }

    private void requireTarget(Tx tx, AccountRegion scope, ProfileTarget target) {
        if (target instanceof GroupMembers members && groups.find(tx, scope, members.group()) == null) {
            throw notFound("Thing group", members.group());
        }
    }
}
