// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.schema;

import static io.fleetward.hub.schema.ObjectShape.object;
import static io.fleetward.hub.schema.Shapes.list;
import static io.fleetward.hub.schema.Shapes.oneOf;
import static io.fleetward.hub.schema.Shapes.text;
import static io.fleetward.hub.schema.Shapes.time;
import static io.fleetward.hub.schema.Shapes.uri;
import static io.fleetward.hub.schema.Shapes.whole;

/** The parts of the finding format that say what was seen: malware, network, processes, threats, patches. */
final class AsffEvidence {
    private static final Shape PORT = whole(0, 65535);
    private static final Shape PORT_RANGE = object().with("Begin", PORT).with("End", PORT);
    private static final Shape PATCH_COUNT = whole(0, 100_000);
    private static final Shape PROCESS_NUMBER = whole(0, Integer.MAX_VALUE);

    static final Shape MALWARE = list(
            object().must("Name", text(64))
                    .with(
                            "Type",
                            oneOf(
                                    "ADWARE",
                                    "BLENDED_THREAT",
                                    "BOTNET_AGENT",
                                    "COIN_MINER",
                                    "EXPLOIT_KIT",
                                    "KEYLOGGER",
                                    "MACRO",
                                    "POTENTIALLY_UNWANTED",
                                    "SPYWARE",
                                    "RANSOMWARE",
                                    "REMOTE_ACCESS",
                                    "ROOTKIT",
                                    "TROJAN",
                                    "VIRUS",
                                    "WORM"))
                    .with("Path", text(512))
                    .with("State", oneOf("OBSERVED", "REMOVAL_FAILED", "REMOVED")),
            0,
            5);

    static final Shape NETWORK = object().with("Direction", oneOf("IN", "OUT"))
            .with("Protocol", text(16))
            .with("OpenPortRange", PORT_RANGE)
            .with("SourceIpV4", text())
            .with("SourceIpV6", text())
            .with("SourcePort", PORT)
            .with("SourceDomain", text(128))
            .with("SourceMac", text())
            .with("DestinationIpV4", text())
            .with("DestinationIpV6", text())
            .with("DestinationPort", PORT)
            .with("DestinationDomain", text(128));

    private static final Shape PATH_END = object().with("Address", list(text())).with("PortRanges", list(PORT_RANGE));

    private static final Shape PATH_HEADER =
            object().with("Protocol", text()).with("Destination", PATH_END).with("Source", PATH_END);

    static final Shape NETWORK_PATH = list(object().with("ComponentId", text(32))
            .with("ComponentType", text(32))
            .with("Egress", PATH_HEADER)
            .with("Ingress", PATH_HEADER));

    static final Shape PROCESS = object().with("Name", text(64))
            .with("Path", text(512))
            .with("Pid", PROCESS_NUMBER)
            .with("ParentPid", PROCESS_NUMBER)
            .with("LaunchedAt", time())
            .with("TerminatedAt", time());

    static final Shape THREATS = list(
            object().with("Name", text(128))
                    .with("Severity", text(128))
                    .with("ItemCount", whole())
                    .with(
                            "FilePaths",
                            list(
                                    object().with("FilePath", text(128))
                                            .with("FileName", text(128))
                                            .with("ResourceId", text(128))
                                            .with("Hash", text(128)),
                                    1,
                                    5)),
            1,
            32);

    static final Shape THREAT_INTEL_INDICATORS = list(
            object().with(
                            "Type",
                            oneOf(
                                    "DOMAIN",
                                    "EMAIL_ADDRESS",
                                    "HASH_MD5",
                                    "HASH_SHA1",
                                    "HASH_SHA256",
                                    "HASH_SHA512",
                                    "IPV4_ADDRESS",
                                    "IPV6_ADDRESS",
                                    "MUTEX",
                                    "PROCESS",
                                    "URL"))
                    .with("Value", text(512))
                    .with(
                            "Category",
                            oneOf(
                                    "BACKDOOR",
                                    "CARD_STEALER",
                                    "COMMAND_AND_CONTROL",
                                    "DROP_SITE",
                                    "EXPLOIT_SITE",
                                    "KEYLOGGER"))
                    .with("LastObservedAt", time())
                    .with("Source", text(64))
                    .with("SourceUrl", uri()),
            1,
            5);

    static final Shape PATCH_SUMMARY = object().must("Id", text(256))
            .with("InstalledCount", PATCH_COUNT)
            .with("MissingCount", PATCH_COUNT)
            .with("FailedCount", PATCH_COUNT)
            .with("InstalledOtherCount", PATCH_COUNT)
            .with("InstalledRejectedCount", PATCH_COUNT)
            .with("InstalledPendingReboot", PATCH_COUNT)
            .with("OperationStartTime", time())
            .with("OperationEndTime", time())
            .with("RebootOption", text(256))
            .with("Operation", text(256));

    static final Shape GENERATOR_DETAILS =
            object().with("Name", text()).with("Description", text()).with("Labels", list(text(), 0, 10));

    private AsffEvidence() {}
}
