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
import io.fleetward.audit.view.PastConnection;
import io.fleetward.audit.view.PastConnections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class DeviceCertificateSharedCheckTest {
    private static final String ONE = "ab".repeat(32);
    private static final String OTHER = "cd".repeat(32);

    private final DeviceCertificateSharedCheck check = new DeviceCertificateSharedCheck();

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "shared-certificate.csv", delimiter = '|')
    void findsOverlapsOfDifferentClientsInTheWindow(
            String id, String connections, @Nullable String previousRun, boolean isShared, String source) {
        FixedView view = FixedView.EMPTY
                .withConnections(PastConnections.of(ONE, connections))
                .withPreviousRun(previousRun == null ? null : at(previousRun));

        assertThat(inspect(view).nonCompliances()).as(id + ": " + source).hasSize(isShared ? 1 : 0);
    }

    @Test
    void namesTheConnectionsOfTheCertificateNewestFirst() {
        FixedView view = FixedView.EMPTY.withConnections(
                PastConnections.of(ONE, "a@-500..-490 b@-300..-180 a@-200..-60 b@-140.. c@-100..-90"));

        NonCompliance fault = inspect(view).nonCompliances().getFirst();

        assertThat(fault.resource()).isEqualTo(AuditedResource.of(new ResourceIdentifier.DeviceCertificate(ONE)));
        assertThat(fault.code()).isEqualTo(new ReasonCode("CERTIFICATE_SHARED_BY_MULTIPLE_DEVICES"));
        assertThat(fault.reason()).isEqualTo("Certificate was used at the same time by more than one client.");
        assertThat(fault.related())
                .containsExactly(
                        client("b", Map.of("CONNECTION_TIME", millis("-140"))),
                        client("a", Map.of("CONNECTION_TIME", millis("-200"))),
                        client("b", Map.of("CONNECTION_TIME", millis("-300"), "DISCONNECTION_TIME", millis("-180"))),
                        client("a", Map.of("CONNECTION_TIME", millis("-500"), "DISCONNECTION_TIME", millis("-490"))));
    }

    @Test
    void countsTheCertificatesThatWereUsedInTheWindow() {
        FixedView view = FixedView.EMPTY.withConnections(Stream.of(
                        PastConnections.of(ONE, "a@-300..-290 b@-280..-270"),
                        PastConnections.of(OTHER, "a@-300.."),
                        PastConnections.of("ef".repeat(32), "a@-100.."),
                        PastConnections.of("a user", "a@-300.. b@-300.."))
                .flatMap(List::stream)
                .toList());

        CheckResult result = inspect(view);

        assertThat(result.totalResources()).isEqualTo(2);
        assertThat(result.nonCompliances()).isEmpty();
    }

    @Test
    void judgesEachCertificateByItself() {
        List<PastConnection> connections = Stream.of(
                        PastConnections.of(ONE, "a@-300..-200 b@-250..-200"), PastConnections.of(OTHER, "c@-300..-200"))
                .flatMap(List::stream)
                .toList();

        CheckResult result = inspect(FixedView.EMPTY.withConnections(connections));

        assertThat(result.totalResources()).isEqualTo(2);
        assertThat(result.nonCompliances()).hasSize(1);
    }

    @Test
    void tellsNoMoreThanTheNewestOfVeryManyConnections() {
        int many = RelatedConnections.LIMIT + 5;
        String text = String.join(
                " ",
                IntStream.range(0, many).mapToObj(n -> "c" + n + "@-300..-200").toList());

        NonCompliance fault = inspect(FixedView.EMPTY.withConnections(PastConnections.of(ONE, text)))
                .nonCompliances()
                .getFirst();

        assertThat(fault.related()).hasSize(RelatedConnections.LIMIT);
    }

    @Test
    void needsToKnowWhoWasConnected() {
        assertThat(check.readsConnections()).isTrue();
    }

    private CheckResult inspect(FixedView view) {
        return check.inspect(view, CheckSettings.DEFAULTS, NOW);
    }

    private static AuditedResource client(String id, Map<String, String> info) {
        return new AuditedResource(new ResourceIdentifier.ClientId(id), info);
    }

    private static String millis(String minutes) {
        return String.valueOf(at(minutes).toEpochMilli());
    }
}
