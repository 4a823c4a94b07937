// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect.runtime;

import io.fleetward.application.detect.DetectStores;
import io.fleetward.application.detect.ProfileTargets.Attachment;
import io.fleetward.application.store.Tx;
import io.fleetward.detect.coverage.ScopePlan;
import io.fleetward.detect.dimension.Dimension;
import io.fleetward.detect.metric.Measurand;
import io.fleetward.detect.profile.AttachedProfile;
import io.fleetward.detect.profile.ProfileTarget;
import io.fleetward.detect.profile.ProfileTarget.GroupMembers;
import io.fleetward.detect.profile.SecurityProfile;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads which security profiles are attached to what. Thread-safe. */
public final class PlanReader {
    private static final int SCAN = 250;

    private final DetectData.State state;

    public PlanReader(DetectData.State state) {
        this.state = state;
    }

    /** Where there are security profiles at all. */
    public Set<AccountRegion> scopes() {
        return state.transactions().read(tx -> new HashSet<>(stores().profiles().scopes(tx)));
    }

    /** The security profiles with their targets, and the dimensions they name; attachments to groups that are gone go as well. Blocks. */
    public ScopePlan.Source read(AccountRegion scope) {
        List<Attachment> lost = state.transactions().read(tx -> lost(tx, scope));
        if (!lost.isEmpty()) {
            state.transactions()
                    .change(tx -> lost(tx, scope)
                            .forEach(attachment -> stores().targets().detach(tx, scope, attachment)));
        }
        return state.transactions().read(tx -> {
            List<AttachedProfile> profiles = attached(tx, scope);
            return new ScopePlan.Source(profiles, dimensions(tx, scope, profiles));
        });
    }

    private List<Attachment> lost(Tx tx, AccountRegion scope) {
        return stores().targets().all(tx, scope).stream()
                .filter(attachment -> attachment.target() instanceof GroupMembers members
                        && state.groups().find(tx, scope, members.group()) == null)
                .toList();
    }

    private List<AttachedProfile> attached(Tx tx, AccountRegion scope) {
        Map<String, List<ProfileTarget>> targets = new HashMap<>();
        for (Attachment attachment : stores().targets().all(tx, scope)) {
            targets.computeIfAbsent(attachment.profile(), _ -> new ArrayList<>())
                    .add(attachment.target());
        }
        var attached = new ArrayList<AttachedProfile>();
        String after = null;
        do {
            Page<SecurityProfile> page = stores().profiles().list(tx, scope, new PageRequest(SCAN, after));
            page.items()
                    .forEach(profile -> attached.add(
                            new AttachedProfile(profile, targets.getOrDefault(profile.name(), List.of()))));
            after = page.next();
        } while (after != null);
        return attached;
    }

    private Map<String, Dimension> dimensions(Tx tx, AccountRegion scope, List<AttachedProfile> profiles) {
        var dimensions = new HashMap<String, Dimension>();
        for (AttachedProfile attached : profiles) {
            for (Measurand measurand : attached.profile().measured()) {
                String name = measurand.dimension() == null
                        ? null
                        : measurand.dimension().name();
                Dimension dimension = name == null ? null : stores().catalog().dimension(tx, scope, name);
                if (dimension != null) {
                    dimensions.put(dimension.name(), dimension);
                }
            }
        }
        return dimensions;
    }

    private DetectStores stores() {
        return state.stores();
    }
}
