// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

import io.fleetward.application.detect.report.ReportLimits;
import io.fleetward.broker.limit.BrokerLimits;
import io.fleetward.detect.behavior.Durations;
import io.fleetward.detect.training.TrainingRules;
import io.fleetward.edge.EdgeConfig;
import io.fleetward.kernel.AccountId;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Region;
import io.fleetward.outbound.Destinations;
import io.fleetward.outbound.SmtpServer;
import io.fleetward.registry.certificate.CertificateId;
import io.fleetward.store.StoreLocation;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a server is started with, checked. Immutable.
 *
 * @param home the account and region of the first administrator
 * @param durations over how long behaviors may measure
 * @param learning when learned behaviors learn
 * @param hosts further names of the server certificate
 * @param smtp the mail server, null for none
 * @param mailAllow addresses and domains that channels may send mail to
 * @param notifyAllow hosts and blocks of addresses that notifications may go to although they are not public
 */
record Settings(
        Path data,
        InetAddress bind,
        int httpPort,
        int httpsPort,
        int mqttPort,
        Duration metricPeriod,
        Durations durations,
        TrainingRules learning,
        List<String> hosts,
        AccountRegion home,
        StoreLocation store,
        boolean devAccounts,
        boolean demo,
        List<String> notifyAllow,
        @Nullable SmtpServer smtp,
        Set<String> mailAllow,
        ReportLimits reportLimits,
        EdgeConfig.@Nullable PlainMqtt bench) {
    private static final Duration SHORTEST_PERIOD = Duration.ofSeconds(1);
    private static final Duration LONGEST_PERIOD = Duration.ofHours(1);
    private static final String PLAIN_PORT = "--bench-plain-mqtt-port";
    private static final int HIGHEST_PORT = 65_535;
    private static final int MOST_REPORTS = 100_000;
    private static final Pattern HOST_NAME = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?");

    Settings {
        hosts = List.copyOf(hosts);
        notifyAllow = List.copyOf(notifyAllow);
        mailAllow = Set.copyOf(mailAllow);
    }

    /** Where notifications may go. */
    Destinations destinations() {
        return Destinations.publicAnd(notifyAllow, isForThisMachineOnly());
    }

    /**
     * Whether nobody elsewhere is meant to reach the server, not even through a proxy, which would give it a name: then
     * whoever may subscribe an endpoint is on this machine and reaches it without the server's help.
     */
    boolean isForThisMachineOnly() {
        return bind.isLoopbackAddress() && (devAccounts || hosts.isEmpty());
    }

    /** The name under which clients reach the server. */
    String host() {
        return hosts.isEmpty() ? "localhost" : hosts.getFirst();
    }

    /** Where the console's pages are, for the links in findings. */
    String consoleUrl() {
        return "https://" + host() + ":" + httpsPort;
    }

    /** How long a device may take from connecting to its first packet. */
    Duration firstPacketPatience() {
        return Duration.ofSeconds(10);
    }

    /** What one connection may do per second; benchmarks lift it. */
    BrokerLimits brokerLimits() {
        return bench == null ? BrokerLimits.AWS : BrokerLimits.AWS.withoutPace();
    }

    /** MQTT without TLS for measurements, null in every normal server. */
    EdgeConfig.@Nullable PlainMqtt plainMqtt() {
        return bench;
    }

    /** Checks all options and refuses with every problem at once. */
    static Settings of(UpOptions options) {
        var problems = new ArrayList<String>();
        checkPort("--http-port", options.httpPort, problems);
        checkPort("--https-port", options.httpsPort, problems);
        checkPort("--mqtt-port", options.mqttPort, problems);
        checkPeriod(options.metricPeriod(), problems);
        checkReports("--device-reports", options.deviceReports, problems);
        checkReports("--account-reports", options.accountReports, problems);
        checkHosts(options.hosts, problems);
        checkNotifyAllow(options.notifyAllow, problems);
        checkHome(options, problems);
        InetAddress bind = bind(options, problems);
        checkBench(options, bind, problems);
        StoreLocation store = store(options, problems);
        TrainingRules learning = LearningOptions.read(options, problems);
        SmtpServer smtp = MailOptions.read(options, problems);
        if (!problems.isEmpty()) {
            throw CommandFailed.configuration(problems);
        }
        return new Settings(
                options.data.toAbsolutePath().normalize(),
                bind,
                options.httpPort,
                options.httpsPort,
                options.mqttPort,
                options.metricPeriod(),
                options.allowShortWindows ? Durations.FROM_ONE_SECOND : Durations.AWS,
                learning,
                options.hosts,
                AccountRegion.of(options.account, options.region),
                store,
                options.devAccounts,
                options.demo,
                options.notifyAllow,
                smtp,
                Set.copyOf(options.mailAllow),
                new ReportLimits(options.deviceReports, options.accountReports),
                options.plainMqtt());
    }

    private static void checkPort(String flag, int port, List<String> problems) {
        if (port < 0 || port > HIGHEST_PORT) {
            problems.add(flag + " " + port + ": must be 0 (any free port) to " + HIGHEST_PORT);
        }
    }

    private static void checkPeriod(Duration period, List<String> problems) {
        boolean isWholeSeconds = period.toMillis() % 1000 == 0;
        if (period.compareTo(SHORTEST_PERIOD) < 0 || period.compareTo(LONGEST_PERIOD) > 0 || !isWholeSeconds) {
            problems.add("--metric-period " + period.toMillis() + "ms: must be whole seconds from 1s to 1h");
        }
    }

    private static void checkReports(String flag, int perSecond, List<String> problems) {
        if (perSecond < 1 || perSecond > MOST_REPORTS) {
            problems.add(flag + " " + perSecond + ": must be 1 to " + MOST_REPORTS + " reports a second");
        }
    }

    private static void checkHosts(List<String> hosts, List<String> problems) {
        for (String host : hosts) {
            if (!HOST_NAME.matcher(host).matches()) {
                problems.add("--host " + host + ": not a host name");
            }
        }
    }

    private static void checkNotifyAllow(List<String> allowed, List<String> problems) {
        for (String one : allowed) {
            if (!Destinations.isValid(one)) {
                problems.add("--notify-allow " + one + ": must be a host name, an address or a block of addresses such"
                        + " as 10.1.0.0/16");
            }
        }
    }

    private static void checkHome(UpOptions options, List<String> problems) {
        if (!AccountId.isValid(options.account)) {
            problems.add("--account " + options.account + ": must be 12 digits");
        }
        if (!Region.isValid(options.region)) {
            problems.add("--region " + options.region + ": must be a region name such as us-east-1");
        }
    }

    private static void checkBench(UpOptions options, InetAddress bind, List<String> problems) {
        EdgeConfig.PlainMqtt bench = options.plainMqtt();
        if (bench == null) {
            return;
        }
        checkPort(PLAIN_PORT, bench.port(), problems);
        if (!CertificateId.isValid(bench.certificateId())) {
            problems.add("--bench-certificate " + bench.certificateId() + ": must be the id of a certificate,"
                    + " because " + PLAIN_PORT + " lets clients in without one");
        }
        if (!bind.isLoopbackAddress()) {
            problems.add(PLAIN_PORT + " lets everybody in and is refused with --bind " + options.bind
                    + ": bind to a loopback address (127.0.0.1 or ::1)");
        }
    }

    private static InetAddress bind(UpOptions options, List<String> problems) {
        try {
            InetAddress address = InetAddress.getByName(options.bind);
            if (options.devAccounts && !address.isLoopbackAddress()) {
                problems.add("--dev-accounts lets everybody in and is refused with --bind " + options.bind
                        + ": bind to a loopback address (127.0.0.1 or ::1)");
            }
            return address;
        } catch (UnknownHostException unknown) {
            problems.add("--bind " + options.bind + ": not an address of this machine");
            return InetAddress.getLoopbackAddress();
        }
    }

    private static StoreLocation store(UpOptions options, List<String> problems) {
        Path folder = options.data.toAbsolutePath().normalize();
        try {
            return DatabaseUrl.locate(folder, options.database);
        } catch (CommandFailed malformed) {
            problems.add(malformed.text());
            return new StoreLocation.SqliteFolder(folder);
        }
    }
}
