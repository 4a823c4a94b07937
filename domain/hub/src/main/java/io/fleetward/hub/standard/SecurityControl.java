// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.standard;

import io.fleetward.hub.finding.SeverityLabel;
import io.fleetward.kernel.AccountRegion;

/**
 * One thing that a standard demands.
 *
 * <p>Immutable.
 *
 * @param id for example {@code IoT.1}
 * @param severity how bad it is when the control fails; never informational
 * @param remediationUrl where it is told how to mend a failure
 */
public record SecurityControl(
        String id, String title, String description, SeverityLabel severity, String remediationUrl, Basis basis) {

    /** What the control judges by. */
    public sealed interface Basis {
        /** The type of the resources that its findings are about. */
        String resourceType();
    }

    /**
     * The tags of every resource of one type; takes the parameter {@link TagRequirement#PARAMETER}.
     *
     * @param arnType the type as ARNs write it, for example {@code policy}
     */
    public record Tagging(String resourceType, String arnType) implements Basis {}

    /**
     * What the last audit said of the account by one of its checks.
     *
     * @param checkName the wire name of the check
     */
    public record Audit(String resourceType, String checkName) implements Basis {}

    /** The ARN of the control in an account and region. */
    public String arn(AccountRegion scope) {
        return scope.arn("securityhub", "security-control/" + id).toString();
    }

    /** Whether the control can be told which tags it is to demand. */
    public boolean demandsTags() {
        return basis instanceof Tagging;
    }
}
