// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.check;

import io.fleetward.audit.check.CheckResult.NonCompliance;
import io.fleetward.audit.view.RegistryView;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.policy.NamedPolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A check that judges each policy by itself, and so can judge one that does not exist yet. */
public interface PolicyCheck extends AuditCheck {
    /**
     * What is wrong with one policy.
     *
     * @param scope whose devices would use it
     */
    List<NonCompliance> inspect(AccountRegion scope, NamedPolicy policy);

    @Override
    default CheckResult inspect(RegistryView view, CheckSettings settings, Instant now) {
        var found = new ArrayList<NonCompliance>();
        long[] total = new long[1];
        view.policies().forEach(policy -> {
            total[0]++;
            found.addAll(inspect(view.scope(), policy));
        });
        return new CheckResult(total[0], found);
    }
}
