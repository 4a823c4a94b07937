// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Eclipse Mosquitto as packaged, with the rules of our policy as its ACL file and without limits on queues. */
final class MqttMosquitto implements MqttBroker {
    private static final String ACL = """
            pattern deny cmd/#
            pattern deny secret/#
            pattern read dt/bench/#
            pattern write dt/bench/+/%c
            """;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Process process;
    private final Path caFile;
    private final int[] ports;

    private MqttMosquitto(Process process, Path caFile, int[] ports) {
        this.process = process;
        this.caFile = caFile;
        this.ports = ports;
    }

    /** Starts the broker with its files in that folder. */
    static MqttMosquitto start(Path folder, MqttDevices devices, MqttDevices rsaDevices) throws Exception {
        int[] ports = freePorts(3);
        Path acl = Files.writeString(folder.resolve("mosquitto.acl"), ACL);
        Path trusted = Files.writeString(
                folder.resolve("mosquitto-ca.pem"),
                Files.readString(devices.caFile()) + Files.readString(rsaDevices.caFile()));
        String text = """
                user root
                persistence false
                log_dest stderr
                log_type error
                connection_messages false
                max_inflight_messages 0
                max_queued_messages 0
                allow_anonymous true
                acl_file %s
                listener %d 127.0.0.1
                """.formatted(acl, ports[0])
                + tlsListener(ports[1], trusted, devices, "ciphers_tls1.3 TLS_AES_128_GCM_SHA256")
                + tlsListener(ports[2], trusted, rsaDevices, "ciphers ECDHE-RSA-AES128-GCM-SHA256");
        Path configuration = Files.writeString(folder.resolve("mosquitto.conf"), text);
        Process process = new ProcessBuilder("mosquitto", "-c", configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("mosquitto.log").toFile())
                .start();
        var mosquitto = new MqttMosquitto(process, trusted, ports);
        try {
            awaitListening(process, ports[2], folder.resolve("mosquitto.log"));
        } catch (IOException failure) {
            mosquitto.close();
            throw failure;
        }
        return mosquitto;
    }

    @Override
    public String name() {
        return "mosquitto";
    }

    @Override
    public long pid() {
        return process.pid();
    }

    @Override
    public int plainPort() {
        return ports[0];
    }

    @Override
    public int tlsPort() {
        return ports[1];
    }

    @Override
    public int rsaPort() {
        return ports[2];
    }

    @Override
    public Path caFile() {
        return caFile;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    private static String tlsListener(int port, Path trusted, MqttDevices devices, String ciphers) {
        return """
                listener %d 127.0.0.1
                cafile %s
                certfile %s
                keyfile %s
                require_certificate true
                use_identity_as_username true
                %s
                """.formatted(port, trusted, devices.serverCertificate(), devices.serverKey(), ciphers);
    }

    private static void awaitListening(Process process, int port, Path log) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isListening(port)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IOException("mosquitto did not start: " + Files.readString(log));
            }
            Thread.sleep(50);
        }
    }

    private static boolean isListening(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private static int[] freePorts(int count) throws IOException {
        var sockets = new ServerSocket[count];
        int[] ports = new int[count];
        for (int i = 0; i < count; i++) {
            sockets[i] = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            ports[i] = sockets[i].getLocalPort();
        }
        for (ServerSocket socket : sockets) {
            socket.close();
        }
        return ports;
    }
}
