// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench;

import io.fleetward.bench.load.LoadOptions;
import io.fleetward.demo.AwsClients;
import io.fleetward.demo.Environment;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import software.amazon.awssdk.services.iot.IotClient;
import software.amazon.awssdk.services.iot.model.Behavior;
import software.amazon.awssdk.services.iot.model.CertificateStatus;
import software.amazon.awssdk.services.iot.model.ComparisonOperator;

/**
 * Our server, with every device registered through its API under a policy that is enforced, and a security profile that
 * has each of their messages metered. Pace limits are off; without TLS every client counts as the first device.
 */
final class MqttFleetward implements MqttBroker {
    private static final String POLICY = """
            {"Version":"2012-10-17","Statement":[
             {"Effect":"Allow","Action":"iot:Connect","Resource":"arn:aws:iot:*:*:client/device-*"},
             {"Effect":"Allow","Action":"iot:Publish","Resource":"arn:aws:iot:*:*:topic/dt/bench/*/${iot:ClientId}"},
             {"Effect":"Allow","Action":"iot:Subscribe","Resource":"arn:aws:iot:*:*:topicfilter/dt/bench/*"},
             {"Effect":"Allow","Action":"iot:Receive","Resource":"arn:aws:iot:*:*:topic/dt/bench/*"},
             {"Effect":"Deny","Action":"iot:Publish","Resource":"arn:aws:iot:*:*:topic/cmd/*"},
             {"Effect":"Deny","Action":"iot:Receive","Resource":"arn:aws:iot:*:*:topic/secret/*"}]}""";

    private static final int API_CALLERS = 8;
    private static final Duration POLL = Duration.ofMillis(50);
    private static final long NEVER_REACHED = 1_000_000_000_000L;

    private final ThrowAway server;
    private final int plainPort;
    private final Path caFile;

    private MqttFleetward(ThrowAway server, int plainPort, Path caFile) {
        this.server = server;
        this.plainPort = plainPort;
        this.caFile = caFile;
    }

    /** Starts the server and registers the devices. */
    static MqttFleetward start(BenchContext context, List<MqttDevices> makers) throws Exception {
        int plainPort = freePort();
        String certificate = makers.getFirst().certificateId(0);
        ThrowAway server = ThrowAway.server(
                context,
                Duration.ofMinutes(5),
                "--bench-plain-mqtt-port",
                Integer.toString(plainPort),
                "--bench-certificate",
                certificate);
        try (var aws = new AwsClients(server.process().environment())) {
            aws.iot().createPolicy(r -> r.policyName("Bench").policyDocument(POLICY));
            meter(aws.iot());
            for (MqttDevices maker : makers) {
                register(aws.iot(), maker);
            }
            return new MqttFleetward(
                    server, plainPort, trusted(server.process().environment().caFile()));
        } catch (Exception failure) {
            server.close();
            throw failure;
        }
    }

    @Override
    public String name() {
        return "fleetward";
    }

    @Override
    public long pid() {
        return server.process().pid();
    }

    @Override
    public int plainPort() {
        return plainPort;
    }

    @Override
    public int tlsPort() {
        return environment().mqttPort();
    }

    @Override
    public int rsaPort() {
        return environment().mqttPort();
    }

    @Override
    public Path caFile() {
        return caFile;
    }

    /** Both authorities of the server in one file; the RSA one is made beside the start. */
    private static Path trusted(Path caFile) throws IOException, InterruptedException {
        Path withoutCurves = caFile.resolveSibling("ca-rsa.pem");
        while (!Files.exists(withoutCurves)) {
            Thread.sleep(POLL);
        }
        return Files.writeString(
                caFile.resolveSibling("bench-trust.pem"), Files.readString(caFile) + Files.readString(withoutCurves));
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private Environment environment() {
        return server.process().environment();
    }

    private static void meter(IotClient iot) {
        List<Behavior> behaviors = List.of(
                below("MessageSize", "aws:message-byte-size", 1_000_000L, null),
                below("MessagesSent", "aws:num-messages-sent", NEVER_REACHED, 300),
                below("MessagesReceived", "aws:num-messages-received", NEVER_REACHED, 300));
        String profile = iot.createSecurityProfile(
                        r -> r.securityProfileName("Bench").behaviors(behaviors))
                .securityProfileArn();
        iot.attachSecurityProfile(r -> r.securityProfileName("Bench")
                .securityProfileTargetArn(profile.replaceFirst(":securityprofile/.*", ":all/things")));
    }

    private static Behavior below(
            String name, String metric, long most, @org.jspecify.annotations.Nullable Integer seconds) {
        return Behavior.builder()
                .name(name)
                .metric(metric)
                .criteria(c -> c.comparisonOperator(ComparisonOperator.LESS_THAN)
                        .value(v -> v.count(most))
                        .durationSeconds(seconds))
                .build();
    }

    private static void register(IotClient iot, MqttDevices maker) throws Exception {
        var registered = new ArrayList<Future<Boolean>>();
        try (var callers = Executors.newFixedThreadPool(API_CALLERS)) {
            for (int i = 0; i < maker.count(); i++) {
                int number = i;
                Callable<Boolean> call = () -> register(iot, maker, number);
                registered.add(callers.submit(call));
            }
        }
        for (Future<Boolean> one : registered) {
            one.get();
        }
    }

    private static boolean register(IotClient iot, MqttDevices maker, int number) throws IOException {
        String pem = maker.pem(number);
        String arn = iot.registerCertificateWithoutCA(r -> r.certificatePem(pem).status(CertificateStatus.ACTIVE))
                .certificateArn();
        iot.attachPolicy(r -> r.policyName("Bench").target(arn));
        iot.createThing(r -> r.thingName(LoadOptions.clientId(number)));
        iot.attachThingPrincipal(r -> r.thingName(LoadOptions.clientId(number)).principal(arn));
        return true;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
