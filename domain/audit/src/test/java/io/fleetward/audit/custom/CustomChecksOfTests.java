// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.custom;

import static io.fleetward.registry.certificate.CertificateBuilder.aCertificate;
import static io.fleetward.registry.thing.ThingBuilder.aThing;

import io.fleetward.audit.CheckName;
import io.fleetward.audit.ReasonCode;
import io.fleetward.audit.Severity;
import io.fleetward.audit.view.FixedView;
import io.fleetward.policy.NamedPolicy;
import io.fleetward.policy.document.ParseResult;
import io.fleetward.policy.document.PolicyDocument;
import io.fleetward.registry.account.LoggingOptions;
import io.fleetward.registry.certificate.CaStatus;
import java.util.Map;

/** Custom checks and what they judge, for tests. */
public final class CustomChecksOfTests {
    public static final CheckName NAME = new CheckName("CUSTOM_SAMPLE");

    private CustomChecksOfTests() {}

    /** A check of that name with this expression. */
    public static CustomCheck check(SubjectType subject, String expression) {
        return new CustomCheck(
                NAME,
                "Sample",
                "What it is for.",
                Severity.HIGH,
                subject,
                expression,
                new ReasonCode("SAMPLE_FAULT"),
                "It is faulty.",
                "Mend it.");
    }

    public static Profile thing(String name, Neighbours neighbours) {
        return new Profile.OfThing(
                aThing(FixedView.SCOPE, name)
                        .ofType("pump")
                        .with(Map.of("site", "north"))
                        .build(),
                neighbours);
    }

    public static Profile certificate(String digits, Neighbours neighbours) {
        return new Profile.OfCertificate(
                aCertificate(FixedView.SCOPE, digits)
                        .subject("device-" + digits)
                        .build(),
                neighbours);
    }

    public static Profile authority(String digits) {
        return new Profile.OfAuthority(aCertificate(FixedView.SCOPE, digits).buildCa(CaStatus.ACTIVE));
    }

    public static Profile policy(String name, String document, Neighbours neighbours) {
        return switch (PolicyDocument.parse(document)) {
            case ParseResult.Parsed parsed ->
                new Profile.OfPolicy(FixedView.SCOPE, new NamedPolicy(name, "3", parsed.document()), neighbours);
            case ParseResult.Malformed malformed -> throw new IllegalArgumentException(malformed.text());
        };
    }

    public static Profile account() {
        return new Profile.OfAccount(FixedView.SCOPE, LoggingOptions.UNSET);
    }
}
