// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub.standard;

import io.fleetward.application.detect.Dimensions;
import io.fleetward.application.detect.SecurityProfiles;
import io.fleetward.application.mitigation.MitigationActions;
import io.fleetward.application.policy.Policies;
import io.fleetward.application.registry.role.RoleAliases;
import io.fleetward.application.store.Tx;
import io.fleetward.detect.dimension.DimensionResource;
import io.fleetward.detect.profile.SecurityProfile;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.mitigation.action.MitigationAction;
import io.fleetward.policy.PolicyName;
import io.fleetward.registry.role.RoleAliasName;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The names of the resources of one type whose tags a control judges. Thread-safe. */
public interface TaggedResources {
    /** The names in their order; the sort key is the name. */
    Page<String> names(Tx tx, AccountRegion scope, PageRequest page);

    /** Whether there is a resource of this name. */
    boolean exists(Tx tx, AccountRegion scope, String name);

    /** The policies. */
    static TaggedResources of(Policies policies) {
        return new TaggedResources() {
            @Override
            public Page<String> names(Tx tx, AccountRegion scope, PageRequest page) {
                return policies.listInForce(tx, scope, page)
                        .map(version -> version.policy().value());
            }

            @Override
            public boolean exists(Tx tx, AccountRegion scope, String name) {
                return policies.find(tx, scope, new PolicyName(name)) != null;
            }
        };
    }

    /** The role aliases. */
    static TaggedResources of(RoleAliases aliases) {
        return new TaggedResources() {
            @Override
            public Page<String> names(Tx tx, AccountRegion scope, PageRequest page) {
                return few(
                        aliases.of(tx, scope).stream().map(alias -> alias.name().value()), page);
            }

            @Override
            public boolean exists(Tx tx, AccountRegion scope, String name) {
                return aliases.find(tx, scope, new RoleAliasName(name)) != null;
            }
        };
    }

    /** The security profiles. */
    static TaggedResources of(SecurityProfiles profiles) {
        return new TaggedResources() {
            @Override
            public Page<String> names(Tx tx, AccountRegion scope, PageRequest page) {
                return profiles.list(tx, scope, page).map(SecurityProfile::name);
            }

            @Override
            public boolean exists(Tx tx, AccountRegion scope, String name) {
                return profiles.find(tx, scope, name) != null;
            }
        };
    }

    /** The dimensions. */
    static TaggedResources of(Dimensions dimensions) {
        return new TaggedResources() {
            @Override
            public Page<String> names(Tx tx, AccountRegion scope, PageRequest page) {
                return dimensions.list(tx, scope, page).map(DimensionResource::name);
            }

            @Override
            public boolean exists(Tx tx, AccountRegion scope, String name) {
                return dimensions.find(tx, scope, name) != null;
            }
        };
    }

    /** The mitigation actions. */
    static TaggedResources of(MitigationActions actions) {
        return new TaggedResources() {
            @Override
            public Page<String> names(Tx tx, AccountRegion scope, PageRequest page) {
                return few(actions.of(tx, scope).stream().map(MitigationAction::name), page);
            }

            @Override
            public boolean exists(Tx tx, AccountRegion scope, String name) {
                return actions.find(tx, scope, name) != null;
            }
        };
    }

    private static Page<String> few(Stream<String> names, PageRequest page) {
        String after = Objects.requireNonNullElse(page.after(), "");
        List<String> rest =
                names.filter(name -> name.compareTo(after) > 0).sorted().toList();
        return Page.cut(rest, page.limit(), name -> name);
    }
}
