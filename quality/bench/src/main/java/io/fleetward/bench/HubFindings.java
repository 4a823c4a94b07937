// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench;

import io.fleetward.kernel.AccountRegion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The findings of a fleet over eighty days: five products, a hundred rules, three findings on each of many resources;
 * few are critical, four in ten are archived.
 *
 * <p>Always the same for the same number. Immutable.
 */
record HubFindings(AccountRegion scope, int count, Instant now) {
    static final List<String> PRODUCTS = List.of(
            "aquasecurity/aquasecurity",
            "capitis/c2vs",
            "checkpoint/dome9-arc",
            "crowdstrike/crowdstrike-falcon",
            "fugue/fugue");

    static final int RULES = 100;

    private static final int PER_RESOURCE = 3;
    private static final Duration SPAN = Duration.ofDays(80);
    private static final Duration DELAY = Duration.ofHours(1);
    private static final List<String> RESOURCE_TYPES =
            List.of("AwsIotCertificate", "AwsIotPolicy", "AwsIotRegisteredThing", "AwsEc2Instance", "Container");
    private static final List<String> TYPES = List.of(
            "Software and Configuration Checks/Vulnerabilities/CVE",
            "Software and Configuration Checks/Industry and Regulatory Standards/CIS Host Hardening Benchmarks",
            "Unusual Behaviors/Network Flow",
            "TTPs/Initial Access");
    /** What makes a finding about 2 KB long, as findings are that bring their evidence with them. */
    private static final String EVIDENCE = "The rule was held against the whole configuration. ".repeat(14);

    private static final String DESCRIPTION = "The configuration of this resource differs from what the rule expects."
            + " Somebody who can reach the resource may use the difference to read or change what is not theirs.";

    /** The finding of that number, as its product sends it. */
    ObjectNode finding(int number) {
        RandomGenerator random = new Random(number);
        Instant updated = updatedAt(number, random);
        int rule = random.nextInt(RULES);
        ObjectNode finding = JsonNodeFactory.instance.objectNode();
        finding.put("SchemaVersion", "2018-10-08")
                .put("Id", id(number))
                .put("ProductArn", productArn(number))
                .put("GeneratorId", generatorId(rule))
                .put("AwsAccountId", scope.account().value())
                .put("CreatedAt", updated.minusSeconds(3600).toString())
                .put("UpdatedAt", updated.toString())
                .put("LastObservedAt", updated.toString())
                .put("Title", title(rule) + " on resource " + number / PER_RESOURCE)
                .put("Description", DESCRIPTION)
                .put("RecordState", random.nextInt(10) < 4 ? "ARCHIVED" : "ACTIVE");
        finding.putArray("Types").add(TYPES.get(rule % TYPES.size()));
        finding.putObject("Severity").put("Label", severity(random.nextInt(100)));
        finding.putObject("Compliance").put("Status", random.nextInt(4) == 0 ? "PASSED" : "FAILED");
        finding.putObject("Remediation")
                .putObject("Recommendation")
                .put("Text", "Change the configuration as the rule says.")
                .put("Url", "https://rules.example.com/" + rule);
        finding.putObject("ProductFields")
                .put("Scanner/Version", "4.2." + rule)
                .put("Scanner/Evidence", EVIDENCE)
                .put("Scanner/Run", Integer.toString(number / 1000));
        ObjectNode resource = finding.putArray("Resources").addObject();
        resource.put("Type", RESOURCE_TYPES.get(number / PER_RESOURCE % RESOURCE_TYPES.size()))
                .put("Id", resourceId(number))
                .put("Partition", "aws")
                .put("Region", scope.region().value());
        resource.putObject("Tags").put("plant", "plant-" + number % 20);
        return finding;
    }

    String id(int number) {
        return "finding/%08d".formatted(number);
    }

    String resourceId(int number) {
        return scope.arn("iot", "resource/device-" + number / PER_RESOURCE).toString();
    }

    static String generatorId(int rule) {
        return "scanner/rule-" + rule;
    }

    String title(int rule) {
        return "Rule " + rule + " is broken";
    }

    String resourceType(int number) {
        return RESOURCE_TYPES.get(number % RESOURCE_TYPES.size());
    }

    private String productArn(int number) {
        return "arn:aws:securityhub:" + scope.region() + "::product/" + PRODUCTS.get(number % PRODUCTS.size());
    }

    /** Findings come about in the order in which they were updated. */
    private Instant updatedAt(int number, RandomGenerator random) {
        Duration age = SPAN.multipliedBy(count - number).dividedBy(count);
        return now.minus(age).minusMillis(random.nextLong(DELAY.toMillis()));
    }

    private static String severity(int percent) {
        if (percent < 30) {
            return "INFORMATIONAL";
        }
        if (percent < 60) {
            return "LOW";
        }
        if (percent < 85) {
            return "MEDIUM";
        }
        return percent < 97 ? "HIGH" : "CRITICAL";
    }
}
