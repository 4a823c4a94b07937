// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.source;

import java.util.List;

/** How the types of GuardDuty's findings are called in the hub's taxonomy (hub, GuardDuty type mapping). */
final class GuardDutyTypes {
    private static final String SAMPLE = "[SAMPLE]";
    private static final String TACTICS = "TTPs";
    private static final String COMMAND_AND_CONTROL = "TTPs/Command and Control";
    private static final String INITIAL_ACCESS = "TTPs/Initial Access";
    private static final String EXFILTRATION = "Effects/Data Exfiltration";
    private static final String CONSUMPTION = "Effects/Resource Consumption";
    private static final String USER = "Unusual Behaviors/User";

    /** The first rule whose beginning fits decides. */
    private static final List<Rule> RULES = List.of(
            new Rule("Trojan:EC2/DriveBySourceTraffic", INITIAL_ACCESS),
            new Rule("UnauthorizedAccess:EC2/SSHBruteForce", INITIAL_ACCESS),
            new Rule("UnauthorizedAccess:EC2/RDPBruteForce", INITIAL_ACCESS),
            new Rule("Trojan:EC2/DropPoint", EXFILTRATION),
            new Rule("UnauthorizedAccess:IAMUser/InstanceCredentialExfiltration", EXFILTRATION),
            new Rule("UnauthorizedAccess:EC2/TorClient", CONSUMPTION),
            new Rule("UnauthorizedAccess:EC2/TorRelay", CONSUMPTION),
            new Rule("UnauthorizedAccess:EC2/MaliciousIPCaller.Custom", COMMAND_AND_CONTROL),
            new Rule("UnauthorizedAccess:IAMUser/TorIPCaller", COMMAND_AND_CONTROL),
            new Rule("UnauthorizedAccess:IAMUser/ConsoleLogin", USER),
            new Rule("ResourceConsumption:IAMUser/", USER),
            new Rule("Behavior:EC2/", "Unusual Behaviors/VM"),
            new Rule("Policy:S3/BucketBlockPublicAccessDisabled", "Effects/Data Exposure"),
            new Rule("Impact:EC2/", "TTPs/Impact"),
            new Rule("Recon:", "TTPs/Discovery"),
            new Rule("Persistence:", "TTPs/Persistence"),
            new Rule("PrivilegeEscalation:", "TTPs/Privilege Escalation"),
            new Rule("Stealth:", "TTPs/Defense Evasion"),
            new Rule("Backdoor:", COMMAND_AND_CONTROL),
            new Rule("Trojan:", COMMAND_AND_CONTROL),
            new Rule("CryptoCurrency:", COMMAND_AND_CONTROL));

    private GuardDutyTypes() {}

    private record Rule(String beginning, String taxon) {}

    /** The type in the hub's taxonomy. */
    static String asff(String nativeType) {
        String type = nativeType.startsWith(SAMPLE)
                ? nativeType.substring(SAMPLE.length()).strip()
                : nativeType;
        if (type.startsWith("PenTest:IAMUser/")) {
            return TACTICS + "/" + type;
        }
        return taxon(type) + "/" + type.replace('/', '-');
    }

    private static String taxon(String type) {
        return RULES.stream()
                .filter(rule -> type.startsWith(rule.beginning()))
                .map(Rule::taxon)
                .findFirst()
                .orElse(TACTICS);
    }
}
