// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

import io.fleetward.kernel.AccountId;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Region;
import io.fleetward.server.offline.PolicyScopes;
import java.util.ArrayList;
import picocli.CommandLine.Option;

/** Whose resources policies in files speak of, where they do not say it themselves. */
final class ScopeOptions {
    @Option(
            names = "--account",
            paramLabel = "ID",
            description = "account of policies that name none (default: ${DEFAULT-VALUE})",
            defaultValue = "${env:FLEETWARD_ACCOUNT:-000000000000}")
    private String account = "000000000000";

    @Option(
            names = "--region",
            paramLabel = "REGION",
            description = "region of policies that name none (default: ${DEFAULT-VALUE})",
            defaultValue = "${env:FLEETWARD_REGION:-us-east-1}")
    private String region = "us-east-1";

    /** What was asked for; refuses with every problem at once. */
    PolicyScopes scopes() {
        var problems = new ArrayList<String>();
        if (!AccountId.isValid(account)) {
            problems.add("--account " + account + ": must be 12 digits");
        }
        if (!Region.isValid(region)) {
            problems.add("--region " + region + ": must be a region name such as us-east-1");
        }
        if (!problems.isEmpty()) {
            throw CommandFailed.configuration(problems);
        }
        return new PolicyScopes(AccountRegion.of(account, region));
    }
}
