// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.check;

import static io.fleetward.audit.view.CertificateFactsBuilder.NOW;
import static io.fleetward.audit.view.PastConnections.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.audit.AuditedResource;
import io.fleetward.audit.ReasonCode;
import io.fleetward.audit.ResourceIdentifier;
import io.fleetward.audit.check.CheckResult.NonCompliance;
import io.fleetward.audit.view.FixedView;
import io.fleetward.audit.view.PastConnections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConflictingClientIdsCheckTest {
    private static final String ONE = "ab".repeat(32);

    private final ConflictingClientIdsCheck check = new ConflictingClientIdsCheck();

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            a taken over session              | a@-300..-200! a@-200..  |       | 1 | 1
            ended otherwise                   | a@-300..-200 a@-200..   |       | 1 | 0
            until the audit began             | a@-9..-1! b@-9..         |       | 2 | 1
            just when it began                | a@-9..0!                |       | 1 | 0
            31 days before                    | a@-50000..-44640!       |       | 1 | 1
            earlier                           | a@-50000..-44641!       |       | 0 | 0
            since the previous run            | a@-300..-60!            | -60   | 1 | 1
            before the previous run           | a@-300..-61! b@-300..   | -60   | 1 | 0
            """)
    void findsTakeoversInTheWindow(
            String id, String connections, @Nullable String previousRun, int total, int nonCompliant) {
        CheckResult result = inspect(FixedView.EMPTY
                .withConnections(PastConnections.of(ONE, connections))
                .withPreviousRun(previousRun == null ? null : at(previousRun)));

        assertThat(result.totalResources()).isEqualTo(total);
        assertThat(result.nonCompliances()).hasSize(nonCompliant);
    }

    @Test
    void namesThePrincipalsNewestFirst() {
        FixedView view = FixedView.EMPTY.withConnections(
                Stream.of(PastConnections.of(ONE, "a@-300..-200!"), PastConnections.of("ada", "a@-200.."))
                        .flatMap(List::stream)
                        .toList());

        NonCompliance fault = inspect(view).nonCompliances().getFirst();

        assertThat(fault.resource()).isEqualTo(AuditedResource.of(new ResourceIdentifier.ClientId("a")));
        assertThat(fault.code()).isEqualTo(new ReasonCode("DUPLICATE_CLIENT_ID_ACROSS_CONNECTIONS"));
        assertThat(fault.reason()).isEqualTo("Client ID was used by more than one connection at a time.");
        assertThat(fault.related())
                .containsExactly(
                        new AuditedResource(
                                new ResourceIdentifier.ClientId("a"),
                                Map.of("PRINCIPAL_ID", "ada", "CONNECTION_TIME", millis("-200"))),
                        new AuditedResource(
                                new ResourceIdentifier.DeviceCertificate(ONE),
                                Map.of(
                                        "PRINCIPAL_ID",
                                        ONE,
                                        "CONNECTION_TIME",
                                        millis("-300"),
                                        "DISCONNECTION_TIME",
                                        millis("-200"))));
    }

    @Test
    void needsToKnowWhoWasConnected() {
        assertThat(check.readsConnections()).isTrue();
    }

    private CheckResult inspect(FixedView view) {
        return check.inspect(view, CheckSettings.DEFAULTS, NOW);
    }

    private static String millis(String minutes) {
        return String.valueOf(at(minutes).toEpochMilli());
    }
}
