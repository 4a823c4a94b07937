// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub.standard;

import io.fleetward.application.registry.tag.Tags;
import io.fleetward.application.store.Tx;
import io.fleetward.hub.standard.ComplianceStatus;
import io.fleetward.hub.standard.ControlVerdict;
import io.fleetward.hub.standard.TagRequirement;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Arn;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import org.jspecify.annotations.Nullable;

/**
 * Judges the resources of one type by their tags. Thread-safe.
 *
 * @param arnType the type as ARNs write it
 */
public record TagSubjects(String arnType, TaggedResources resources, Tags tags) implements ControlSubjects {
    @Override
    public Page<ControlVerdict> judge(Tx tx, AccountRegion scope, TagRequirement wanted, PageRequest page) {
        return resources.names(tx, scope, page).map(name -> verdict(tx, scope, wanted, name));
    }

    @Override
    public @Nullable ControlVerdict judge(Tx tx, AccountRegion scope, TagRequirement wanted, String name) {
        return resources.exists(tx, scope, name) ? verdict(tx, scope, wanted, name) : null;
    }

    @Override
    public String resource(AccountRegion scope, String name) {
        return arn(scope, name).toString();
    }

    private ControlVerdict verdict(Tx tx, AccountRegion scope, TagRequirement wanted, String name) {
        boolean isMet = wanted.isMetBy(tags.of(tx, scope, arn(scope, name)).keySet());
        return new ControlVerdict(resource(scope, name), isMet ? ComplianceStatus.PASSED : ComplianceStatus.FAILED);
    }

    private Arn arn(AccountRegion scope, String name) {
        return scope.arn("iot", arnType + "/" + name);
    }
}
