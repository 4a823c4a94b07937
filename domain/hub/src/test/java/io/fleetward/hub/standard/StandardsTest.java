// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.standard;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.kernel.AccountRegion;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StandardsTest {
    private static final AccountRegion HOME = AccountRegion.of("123456789012", "eu-west-1");
    private static final String CIS = "cis-aws-foundations-benchmark/v/1.2.0";

    @Test
    void knowsStandardsByAllTheirNames() {
        for (Standard standard : Standards.all()) {
            assertThat(Standards.find(standard.path())).isEqualTo(standard);
            assertThat(Standards.findByArn(HOME.region(), standard.arn(HOME.region())))
                    .isEqualTo(standard);
            assertThat(Standards.findBySubscription(HOME, standard.subscriptionArn(HOME)))
                    .isEqualTo(standard);
        }
        assertThat(Standards.find("none/v/1")).isNull();
        assertThat(Standards.findByArn(HOME.region(), "arn:aws:securityhub:us-east-1::standards/pci-dss/v/4.0.1"))
                .isNull();
    }

    @Test
    void writesTheArnsOfAws() {
        Standard cis = Objects.requireNonNull(Standards.find(CIS));
        assertThat(cis.arn(HOME.region())).isEqualTo("arn:aws:securityhub:::ruleset/" + CIS);
        assertThat(cis.id()).isEqualTo("ruleset/" + CIS);
        Standard ours = Standards.IOT_DEVICE_SECURITY;
        assertThat(ours.arn(HOME.region()))
                .isEqualTo("arn:aws:securityhub:eu-west-1::standards/iot-device-security/v/1.0.0");
        assertThat(ours.subscriptionArn(HOME))
                .isEqualTo("arn:aws:securityhub:eu-west-1:123456789012:subscription/iot-device-security/v/1.0.0");
        assertThat(ours.controlArn(HOME, "IoT.1"))
                .isEqualTo("arn:aws:securityhub:eu-west-1:123456789012:control/iot-device-security/v/1.0.0/IoT.1");
    }

    @Test
    void enablesByDefaultOnlyWhatIsEvaluated() {
        assertThat(Standards.all())
                .filteredOn(Standard::isEnabledByDefault)
                .containsExactly(Standards.IOT_DEVICE_SECURITY);
    }

    @Test
    void demandsAnyTagOrCertainOnes() {
        assertThat(TagRequirement.ANY.isMetBy(Set.of())).isFalse();
        assertThat(TagRequirement.ANY.isMetBy(Set.of("aws:cloudformation:stack-name")))
                .isFalse();
        assertThat(TagRequirement.ANY.isMetBy(Set.of("team"))).isTrue();
        var both = new TagRequirement(List.of("team", "cost"));
        assertThat(both.isMetBy(Set.of("team"))).isFalse();
        assertThat(both.isMetBy(Set.of("Team", "cost"))).isFalse();
        assertThat(both.isMetBy(Set.of("team", "cost", "more"))).isTrue();
    }

    @Test
    void refusesKeysThatNoTagCanHave() {
        assertThat(TagRequirement.problemWith(List.of())).isNull();
        assertThat(TagRequirement.problemWith(List.of("team", "cost center"))).isNull();
        assertThat(TagRequirement.problemWith(List.of("aws:team"))).contains("match");
        assertThat(TagRequirement.problemWith(List.of(""))).contains("match");
        assertThat(TagRequirement.problemWith(List.of("team", "team"))).contains("duplicate");
        assertThat(TagRequirement.problemWith(List.of("a", "b", "c", "d", "e", "f", "g")))
                .contains("more than 6");
    }

    @Test
    void scoresOnlyControlsThatSayAnything() {
        assertThat(Score.of(List.of()).percent()).isNull();
        assertThat(Score.of(List.of(ControlStatus.NO_DATA, ControlStatus.DISABLED))
                        .percent())
                .isNull();
        Score score = Score.of(List.of(
                ControlStatus.PASSED,
                ControlStatus.PASSED,
                ControlStatus.UNKNOWN,
                ControlStatus.NO_DATA,
                ControlStatus.DISABLED));
        assertThat(score.percent()).isEqualTo(67);
        assertThat(score.count(ControlStatus.PASSED)).isEqualTo(2);
        assertThat(Score.of(List.of(ControlStatus.FAILED)).percent()).isZero();
        assertThat(new Score(Map.of()).count(ControlStatus.FAILED)).isZero();
        assertThat(ControlStatus.of(ComplianceStatus.WARNING)).isEqualTo(ControlStatus.UNKNOWN);
        assertThat(ControlStatus.of(ComplianceStatus.FAILED)).isEqualTo(ControlStatus.FAILED);
        assertThat(ControlStatus.of(ComplianceStatus.PASSED)).isEqualTo(ControlStatus.PASSED);
    }
}
