// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

import io.fleetward.edge.EdgeConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@code fleetward up}; each may also come from a {@code FLEETWARD_…} variable. */
final class UpOptions {
    private static final String DEFAULT = " (default: ${DEFAULT-VALUE})";

    /** That of AWS. */
    private static final Duration STANDARD_PERIOD = Duration.ofMinutes(5);

    /** Who looks at a demonstration has less patience. */
    private static final Duration DEMO_PERIOD = Duration.ofSeconds(10);

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "data folder" + DEFAULT,
            defaultValue = "${env:FLEETWARD_DATA:-./data}")
    Path data = Path.of("data");

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            description = "address of the TLS listeners" + DEFAULT,
            defaultValue = "${env:FLEETWARD_BIND:-127.0.0.1}")
    String bind = "127.0.0.1";

    @Option(
            names = "--http-port",
            paramLabel = "N",
            description = "AWS API by plain HTTP, loopback only; 0 picks a free port" + DEFAULT,
            defaultValue = "${env:FLEETWARD_HTTP_PORT:-4566}")
    int httpPort;

    @Option(
            names = "--https-port",
            paramLabel = "N",
            description = "AWS API by HTTPS; 0 picks a free port" + DEFAULT,
            defaultValue = "${env:FLEETWARD_HTTPS_PORT:-8443}")
    int httpsPort;

    @Option(
            names = "--mqtt-port",
            paramLabel = "N",
            description = "MQTT over mutual TLS; 0 picks a free port" + DEFAULT,
            defaultValue = "${env:FLEETWARD_MQTT_PORT:-8883}")
    int mqttPort;

    @Option(
            names = "--metric-period",
            paramLabel = "DURATION",
            description = "length of the cloud-side metric period, 1s to 1h (default: 5m, with --demo 10s)",
            defaultValue = "${env:FLEETWARD_METRIC_PERIOD}")
    @Nullable
    Duration metricPeriod;

    @Option(
            names = "--allow-short-windows",
            description = "let durationSeconds of behaviors be 1 to 3600, which AWS refuses",
            defaultValue = "${env:FLEETWARD_ALLOW_SHORT_WINDOWS:-false}")
    boolean allowShortWindows;

    @Option(
            names = "--learning-window",
            paramLabel = "DURATION",
            description = "how far back learned behaviors learn, and for how long before they count as ripe, 1h to 336h"
                    + DEFAULT,
            defaultValue = "${env:FLEETWARD_LEARNING_WINDOW:-336h}")
    Duration learningWindow = Duration.ofDays(14);

    @Option(
            names = "--learning-datapoints",
            paramLabel = "N",
            description = "datapoints within that time from which on a learned behavior counts as ripe" + DEFAULT,
            defaultValue = "${env:FLEETWARD_LEARNING_DATAPOINTS:-25000}")
    long learningDatapoints = 25_000;

    @Option(
            names = "--learning-waits",
            description = "judge nothing by a learned behavior before it is ripe, as AWS does",
            defaultValue = "${env:FLEETWARD_LEARNING_WAITS:-false}")
    boolean learningWaits;

    @Option(
            names = "--learning-ignores-verification",
            description = "do not learn from alarms that people called false or benign, as AWS does not",
            defaultValue = "${env:FLEETWARD_LEARNING_IGNORES_VERIFICATION:-false}")
    boolean learningIgnoresVerification;

    @Option(
            names = "--host",
            paramLabel = "NAME",
            description =
                    "further host name for the server certificate; the first one is what DescribeEndpoint answers;"
                            + " repeatable",
            defaultValue = "${env:FLEETWARD_HOST}",
            split = ",")
    List<String> hosts = new ArrayList<>();

    @Option(
            names = "--account",
            paramLabel = "ID",
            description = "account created at first start" + DEFAULT,
            defaultValue = "${env:FLEETWARD_ACCOUNT:-000000000000}")
    String account = "000000000000";

    @Option(
            names = "--region",
            paramLabel = "NAME",
            description = "region that env exports" + DEFAULT,
            defaultValue = "${env:FLEETWARD_REGION:-us-east-1}")
    String region = "us-east-1";

    @Option(
            names = "--database",
            paramLabel = "URL",
            description = "postgresql://USER:PASSWORD@HOST:PORT/NAME; SQLite files in the data folder when absent",
            defaultValue = "${env:FLEETWARD_DATABASE}")
    @Nullable
    String database;

    @Option(
            names = "--dev-accounts",
            description = "accept any 12-digit access key as that account, secret 'test' (loopback only)",
            defaultValue = "${env:FLEETWARD_DEV_ACCOUNTS:-false}")
    boolean devAccounts;

    @Option(
            names = "--demo",
            description = "seed a fleet of 200 simulated devices, once, and let it live",
            defaultValue = "${env:FLEETWARD_DEMO:-false}")
    boolean demo;

    @Option(
            names = "--notify-allow",
            paramLabel = "HOST_OR_CIDR",
            description =
                    "host or block of addresses that notifications may be sent to although it is not a public one;"
                            + " repeatable",
            defaultValue = "${env:FLEETWARD_NOTIFY_ALLOW}",
            split = ",")
    List<String> notifyAllow = new ArrayList<>();

    @Option(
            names = "--smtp-url",
            paramLabel = "URL",
            description = "mail server, smtp://USER:PASSWORD@HOST:587 (STARTTLS) or smtps://USER:PASSWORD@HOST:465;"
                    + " no mail is sent when absent",
            defaultValue = "${env:FLEETWARD_SMTP_URL}")
    @Nullable
    String smtpUrl;

    @Option(
            names = "--smtp-from",
            paramLabel = "ADDRESS",
            description = "whom mails are from" + DEFAULT,
            defaultValue = "${env:FLEETWARD_SMTP_FROM:-fleetward@localhost}")
    String smtpFrom = "fleetward@localhost";

    @Option(
            names = "--smtp-allow-plain",
            description = "send mail without TLS where the mail server on another machine does not offer it",
            defaultValue = "${env:FLEETWARD_SMTP_ALLOW_PLAIN:-false}")
    boolean smtpAllowPlain;

    @Option(
            names = "--mail-allow",
            paramLabel = "ADDRESS_OR_DOMAIN",
            description = "whom notification channels may send mail to although nobody confirmed it; repeatable",
            defaultValue = "${env:FLEETWARD_MAIL_ALLOW}",
            split = ",")
    List<String> mailAllow = new ArrayList<>();

    @Option(
            names = "--device-reports",
            paramLabel = "N",
            description = "metric reports taken from one device in a second; ten times as many at once" + DEFAULT,
            defaultValue = "${env:FLEETWARD_DEVICE_REPORTS:-1}")
    int deviceReports = 1;

    @Option(
            names = "--account-reports",
            paramLabel = "N",
            description = "metric reports taken from all devices of an account in a second" + DEFAULT,
            defaultValue = "${env:FLEETWARD_ACCOUNT_REPORTS:-3500}")
    int accountReports = 3_500;

    @Option(
            names = "--bench-plain-mqtt-port",
            paramLabel = "N",
            description = "for measurements only (loopback only): also MQTT without TLS on this port, no pace limits")
    @Nullable
    Integer benchPort;

    @Option(
            names = "--bench-certificate",
            paramLabel = "ID",
            description = "id of the registered certificate that every client without TLS counts as")
    String benchCertificate = "";

    /** The metric period asked for, or the one that fits. */
    Duration metricPeriod() {
        if (metricPeriod != null) {
            return metricPeriod;
        }
        return demo ? DEMO_PERIOD : STANDARD_PERIOD;
    }

    /** MQTT without TLS if it was asked for. */
    EdgeConfig.@Nullable PlainMqtt plainMqtt() {
        return benchPort == null ? null : new EdgeConfig.PlainMqtt(benchPort, benchCertificate);
    }
}
