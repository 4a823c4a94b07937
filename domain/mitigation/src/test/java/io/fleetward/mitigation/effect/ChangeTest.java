// SPDX-License-Identifier: Apache-2.0
package io.fleetward.mitigation.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetward.mitigation.Subjects;
import io.fleetward.registry.account.LogLevel;
import io.fleetward.registry.account.LoggingOptions;
import io.fleetward.registry.certificate.CaCertificateId;
import io.fleetward.registry.certificate.CaStatus;
import io.fleetward.registry.certificate.CertificateId;
import io.fleetward.registry.certificate.CertificateStatus;
import io.fleetward.registry.thing.ThingGroupName;
import io.fleetward.registry.thing.ThingName;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

class ChangeTest {
    private static final CertificateId CERTIFICATE = new CertificateId(Subjects.CERTIFICATE);
    private static final CaCertificateId AUTHORITY = new CaCertificateId(Subjects.CERTIFICATE);
    private static final ThingName THING = new ThingName("pump-7");
    private static final List<ThingGroupName> GROUPS = List.of(new ThingGroupName("quarantine"));
    private static final LoggingOptions LOGGING = new LoggingOptions(
            "arn:aws:iam::111122223333:role/log",
            LogLevel.WARN,
            false,
            List.of(
                    new LoggingOptions.EventLogging("Connect", LogLevel.DEBUG, "there"),
                    new LoggingOptions.EventLogging("Publish", null, null)));

    static Stream<Change> every() {
        return Stream.of(
                new Change.CertificateStatusSet(CERTIFICATE, CertificateStatus.ACTIVE, CertificateStatus.INACTIVE),
                new Change.CaStatusSet(AUTHORITY, CaStatus.ACTIVE, CaStatus.INACTIVE),
                new Change.GroupsJoined(THING, GROUPS),
                new Change.GroupsLeft(THING, GROUPS),
                new Change.PolicyVersionAdded("Open", 1, 2),
                new Change.PolicyVersionRestored("Open", 2, 1),
                new Change.LoggingSet(LoggingOptions.UNSET, LOGGING),
                new Change.FindingPublished("arn:aws:sns:eu-west-1:111122223333:t", "{}"));
    }

    @ParameterizedTest
    @MethodSource("every")
    void keepsEverythingInItsJsonForm(Change change) {
        assertThat(ChangeJson.read(ChangeJson.write(change))).isEqualTo(change);
    }

    @Test
    void refusesAKindThatIsNotKnown() {
        JsonNode json = JsonNodeFactory.instance.objectNode().put("kind", "OTHER");

        assertThatThrownBy(() -> ChangeJson.read(json)).hasMessageContaining("OTHER");
    }

    @Test
    void activatesAgainOnlyWhatWasActive() {
        assertThat(new Change.CertificateStatusSet(CERTIFICATE, CertificateStatus.ACTIVE, CertificateStatus.INACTIVE)
                        .inverse())
                .isEqualTo(new Change.CertificateStatusSet(
                        CERTIFICATE, CertificateStatus.INACTIVE, CertificateStatus.ACTIVE));
        assertThat(new Change.CertificateStatusSet(
                                CERTIFICATE, CertificateStatus.PENDING_TRANSFER, CertificateStatus.INACTIVE)
                        .inverse())
                .isNull();
        assertThat(new Change.CaStatusSet(AUTHORITY, CaStatus.ACTIVE, CaStatus.INACTIVE).inverse())
                .isEqualTo(new Change.CaStatusSet(AUTHORITY, CaStatus.INACTIVE, CaStatus.ACTIVE));
    }

    @Test
    void leavesTheGroupsThatWereJoined() {
        assertThat(new Change.GroupsJoined(THING, GROUPS).inverse()).isEqualTo(new Change.GroupsLeft(THING, GROUPS));
    }

    @Test
    void bringsBackTheVersionAndTheLoggingThatWereThereBefore() {
        assertThat(new Change.PolicyVersionAdded("Open", 1, 2).inverse())
                .isEqualTo(new Change.PolicyVersionRestored("Open", 2, 1));
        assertThat(new Change.LoggingSet(LoggingOptions.UNSET, LOGGING).inverse())
                .isEqualTo(new Change.LoggingSet(LOGGING, LoggingOptions.UNSET));
    }

    @Test
    void takesBackNeitherWhatWasSaidNorWhatTakesBack() {
        assertThat(new Change.FindingPublished("t", "m").inverse()).isNull();
        assertThat(new Change.GroupsLeft(THING, GROUPS).inverse()).isNull();
        assertThat(new Change.PolicyVersionRestored("Open", 2, 1).inverse()).isNull();
    }
}
