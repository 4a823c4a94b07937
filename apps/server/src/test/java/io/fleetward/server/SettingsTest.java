// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetward.application.detect.report.ReportLimits;
import io.fleetward.broker.limit.BrokerLimits;
import io.fleetward.detect.behavior.Durations;
import io.fleetward.detect.training.TrainingRules;
import io.fleetward.store.StoreLocation;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettingsTest {
    private final UpOptions options = new UpOptions();

    @Test
    void keepsFilesInTheDataFolderByDefault() {
        assertThat(Settings.of(options).store()).isInstanceOf(StoreLocation.SqliteFolder.class);
    }

    @Test
    void understandsADatabaseUrl() {
        options.database = "postgresql://fleet:p%40ss+word@db.example/fleet";
        assertThat(Settings.of(options).store())
                .isEqualTo(new StoreLocation.Postgres("jdbc:postgresql://db.example:5432/fleet", "fleet", "p@ss+word"));
    }

    @Test
    void neverRepeatsADatabasePassword() {
        options.database = "mysql://fleet:hunter2@db.example/fleet";
        assertThatThrownBy(() -> Settings.of(options))
                .hasMessageContaining("--database")
                .message()
                .doesNotContain("hunter2");
    }

    @Test
    void namesEveryProblemAtOnce() {
        options.httpPort = 70_000;
        options.metricPeriod = Duration.ofMillis(1500);
        options.hosts = List.of("no spaces allowed");
        options.account = "1";
        options.region = "nowhere";
        assertThatThrownBy(() -> Settings.of(options))
                .isInstanceOfSatisfying(
                        CommandFailed.class,
                        failure -> assertThat(failure.exitCode()).isEqualTo(78))
                .hasMessageContainingAll(
                        "5 problems", "--http-port", "--metric-period", "--host", "--account", "--region");
    }

    @Test
    void allowsTheDurationsOfAwsUnlessShortWindowsAreAsked() {
        assertThat(Settings.of(options).durations()).isEqualTo(Durations.AWS);
        options.allowShortWindows = true;
        assertThat(Settings.of(options).durations()).isEqualTo(Durations.FROM_ONE_SECOND);
    }

    @Test
    void learnsFromTheFirstDayUnlessToldToWait() {
        options.metricPeriod = Duration.ofSeconds(10);
        assertThat(Settings.of(options).learning())
                .isEqualTo(new TrainingRules(
                        Duration.ofDays(14),
                        25_000,
                        100,
                        Duration.ofDays(1),
                        Duration.ofMinutes(2),
                        Duration.ofDays(30),
                        false,
                        true));
        options.learningWindow = Duration.ofHours(6);
        options.learningDatapoints = 50;
        options.learningWaits = true;
        options.learningIgnoresVerification = true;
        assertThat(Settings.of(options).learning())
                .isEqualTo(new TrainingRules(
                        Duration.ofHours(6),
                        50,
                        50,
                        Duration.ofDays(1),
                        Duration.ofMinutes(2),
                        Duration.ofDays(30),
                        true,
                        false));
    }

    @Test
    void refusesToLearnFromNothingOrFromWhatIsNotKept() {
        options.learningWindow = Duration.ofDays(15);
        options.learningDatapoints = 0;
        assertThatThrownBy(() -> Settings.of(options))
                .hasMessageContainingAll("2 problems", "--learning-window", "--learning-datapoints");
        options.learningWindow = Duration.ofMinutes(59);
        options.learningDatapoints = 1_000_001;
        assertThatThrownBy(() -> Settings.of(options)).hasMessageContaining("2 problems");
    }

    @Test
    void letsEverybodyInOnlyOnLoopback() {
        options.devAccounts = true;
        options.bind = "0.0.0.0";
        assertThatThrownBy(() -> Settings.of(options)).hasMessageContaining("loopback");
        options.bind = "::1";
        assertThat(Settings.of(options).devAccounts()).isTrue();
    }

    @Test
    void doesWithoutTlsOnlyOnLoopbackAndUnderTheNameOfACertificate() {
        options.benchPort = 1883;
        options.bind = "0.0.0.0";
        assertThatThrownBy(() -> Settings.of(options))
                .hasMessageContainingAll("--bench-plain-mqtt-port", "loopback", "--bench-certificate");
        options.bind = "127.0.0.1";
        options.benchCertificate = "ab".repeat(32);
        assertThat(Settings.of(options).plainMqtt()).isNotNull();
    }

    @Test
    void hasNeitherPlainMqttNorBoundlessClientsUnlessMeasured() {
        assertThat(Settings.of(options).plainMqtt()).isNull();
        assertThat(Settings.of(options).brokerLimits()).isEqualTo(BrokerLimits.AWS);
    }

    @Test
    void isForThisMachineOnlyWithoutAnotherAddressOrName() {
        assertThat(Settings.of(options).isForThisMachineOnly()).isTrue();
        options.hosts = List.of("fleet.example");
        assertThat(Settings.of(options).isForThisMachineOnly()).isFalse();
        options.devAccounts = true;
        assertThat(Settings.of(options).isForThisMachineOnly()).isTrue();
        options.devAccounts = false;
        options.hosts = List.of();
        options.bind = "0.0.0.0";
        assertThat(Settings.of(options).isForThisMachineOnly()).isFalse();
    }

    @Test
    void refusesToNotifyWhatIsNeitherHostNorBlock() {
        options.notifyAllow = List.of("hooks.internal", "10.0.0.0/8", "fd00::7");
        assertThat(Settings.of(options).destinations()).isNotNull();
        options.notifyAllow = List.of("http://hooks.internal/", "10.0.0.0/64");
        assertThatThrownBy(() -> Settings.of(options))
                .hasMessageContainingAll("2 problems", "--notify-allow http://hooks.internal/", "10.0.0.0/64");
    }

    @Test
    void refusesLimitsOfReportsThatAreNone() {
        options.deviceReports = 5;
        assertThat(Settings.of(options).reportLimits()).isEqualTo(new ReportLimits(5, 3_500));
        options.deviceReports = 0;
        options.accountReports = 100_001;
        assertThatThrownBy(() -> Settings.of(options))
                .hasMessageContainingAll("2 problems", "--device-reports 0", "--account-reports 100001");
    }

    @Test
    void clientsReachTheServerUnderItsFirstName() {
        assertThat(Settings.of(options).host()).isEqualTo("localhost");
        options.hosts = List.of("fleet.example", "other.example");
        assertThat(Settings.of(options).host()).isEqualTo("fleet.example");
    }

    @Test
    void readsTheMailServerAndTellsNoPassword() {
        assertThat(Settings.of(options).smtp()).isNull();
        options.smtpUrl = "smtps://hub:hidden@mail.example";
        options.smtpFrom = "hub@fleetward.example";
        options.mailAllow = List.of("fleetward.example", "a@b.example");
        Settings settings = Settings.of(options);
        assertThat(settings.smtp())
                .isNotNull()
                .asString()
                .contains("mail.example")
                .doesNotContain("hidden");
        assertThat(settings.mailAllow()).containsExactlyInAnyOrder("fleetward.example", "a@b.example");

        options.smtpUrl = "smtp://hub:hid den@mail.example";
        options.mailAllow = List.of("a b");
        assertThatThrownBy(() -> Settings.of(options))
                .hasMessageContainingAll("2 problems", "--smtp-url: not a URL", "--mail-allow a b")
                .hasMessageNotContaining("hid den");
        options.smtpFrom = "nobody";
        options.mailAllow = List.of();
        assertThatThrownBy(() -> Settings.of(options)).hasMessageContaining("--smtp-from nobody");
    }
}
