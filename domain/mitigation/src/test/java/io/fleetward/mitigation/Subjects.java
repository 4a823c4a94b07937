// SPDX-License-Identifier: Apache-2.0
package io.fleetward.mitigation;

import io.fleetward.audit.AuditedResource;
import io.fleetward.audit.CheckName;
import io.fleetward.audit.ReasonCode;
import io.fleetward.audit.ResourceIdentifier;
import io.fleetward.audit.ResourceType;
import io.fleetward.audit.Severity;
import io.fleetward.audit.finding.AuditFinding;
import io.fleetward.detect.alarm.AlarmKey;
import io.fleetward.detect.alarm.DeviceKey;
import io.fleetward.detect.alarm.Violation;
import io.fleetward.detect.behavior.Behavior;
import io.fleetward.detect.behavior.BehaviorBuilder;
import io.fleetward.detect.metric.MetricValue;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.mitigation.effect.Subject;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Findings and violations for tests, with everything that does not matter filled in. */
public final class Subjects {
    public static final AccountRegion SCOPE = AccountRegion.of("111122223333", "eu-west-1");
    public static final String CERTIFICATE = "ab".repeat(32);
    public static final String OTHER_CERTIFICATE = "cd".repeat(32);
    private static final Instant STARTED = Instant.parse("2026-06-01T02:10:00.554Z");

    private Subjects() {}

    public static AuditFinding aFinding(ResourceIdentifier resource, ResourceIdentifier... related) {
        return new AuditFinding(
                "5b0c1e9c77d14d0aa6f0a4c2b9e81d33",
                "0f3c9a51e2b84d7796a1c0de55aa7711",
                STARTED,
                new CheckName("SOME_CHECK"),
                STARTED.plusSeconds(5),
                Severity.CRITICAL,
                new AuditedResource(resource, Map.of("SECOND", "2", "FIRST", "1")),
                Stream.of(related).map(AuditedResource::of).toList(),
                new ReasonCode("SOME_REASON"),
                "Because \"it\" is so.",
                false);
    }

    /** Some resource of the type. */
    public static ResourceIdentifier aResource(ResourceType type) {
        Map<String, String> members = type.members().stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        name -> name.equals("account") ? SCOPE.account().value() : name + "-value"));
        return ResourceIdentifier.of(type, members);
    }

    public static Subject on(ResourceIdentifier resource, ResourceIdentifier... related) {
        return new Subject.OfFinding(aFinding(resource, related));
    }

    public static Subject onPolicy() {
        return on(new ResourceIdentifier.PolicyVersion("AllOpen", "3"));
    }

    public static Subject onCertificate() {
        return on(new ResourceIdentifier.DeviceCertificate(CERTIFICATE));
    }

    public static Subject onViolation() {
        Behavior behavior = BehaviorBuilder.aBehavior("Small").build();
        var key = new AlarmKey(new DeviceKey(SCOPE, "pump-7", true), "Profile", "Small");
        return new Subject.OfViolation(
                new Violation("v1", key, behavior, STARTED, STARTED, new MetricValue.Count(9), STARTED, null));
    }
}
