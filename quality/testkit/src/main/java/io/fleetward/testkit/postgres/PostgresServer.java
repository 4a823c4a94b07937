// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The real PostgreSQL that the tests of this process share; started at first use, stopped with the process.
 *
 * <p>PostgreSQL refuses to run as root: then it is started as the user {@code nobody}.
 */
final class PostgresServer {
    private static final AtomicInteger NAMES = new AtomicInteger();
    /** The user and the group {@code nobody}, whose name differs between systems but whose number does not. */
    private static final int NOBODY = 65534;

    private final int port;

    private PostgresServer(int port) {
        this.port = port;
    }

    private static final class Running {
        static final PostgresServer SERVER = start();
    }

    /** Executes a statement on the server's own database, for example to create another. */
    static void administer(String sql) {
        StoreLocation.Postgres server = location("postgres");
        try (Connection connection = DriverManager.getConnection(server.url(), server.user(), server.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    static StoreLocation.Postgres location(String database) {
        String url = "jdbc:postgresql://127.0.0.1:" + Running.SERVER.port + "/" + database;
        return new StoreLocation.Postgres(url, "postgres", "postgres");
    }

    /** A database name nobody used before in this process. */
    static String freshName() {
        return "test_" + NAMES.incrementAndGet();
    }

    private static PostgresServer start() {
        try {
            Path programs = PostgresBinaries.unpacked().resolve("bin");
            Path data = Files.createTempDirectory("fleetward-postgres-data");
            if (isRoot()) {
                Files.setAttribute(data, "unix:uid", NOBODY);
                Files.setAttribute(data, "unix:gid", NOBODY);
            }
            Process initdb = run(List.of(
                    programs + "/initdb",
                    "--pgdata=" + data,
                    "--username=postgres",
                    "--auth=trust",
                    "--locale=C",
                    "--encoding=UTF8",
                    "--no-sync"));
            awaitLine(initdb, "Success.");
            int port = freePort();
            Process server = run(serverCommand(programs, data, port));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, data)));
            awaitLine(server, "ready to accept connections");
            return new PostgresServer(port);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot start PostgreSQL for the tests", failure);
        }
    }

    /** Nothing here must survive a power cut, so the server need not wait for its disk. */
    private static List<String> serverCommand(Path programs, Path data, int port) {
        var command = new ArrayList<>(List.of(programs + "/postgres", "-D", data.toString(), "-p", "" + port));
        for (String setting : List.of(
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "fsync=off",
                "max_connections=200",
                "shared_buffers=32MB")) {
            command.addAll(List.of("-c", setting));
        }
        return command;
    }

    private static Process run(List<String> command) throws IOException {
        var whole = new ArrayList<String>();
        if (isRoot()) {
            whole.addAll(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
        }
        whole.addAll(command);
        return new ProcessBuilder(whole)
                .directory(Path.of(System.getProperty("java.io.tmpdir")).toFile())
                .redirectErrorStream(true)
                .start();
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** Reads what the process says up to the line, and lets the rest go by; fails with what it said instead. */
    private static void awaitLine(Process process, String wanted) throws IOException {
        var said = new StringBuilder();
        BufferedReader output = process.inputReader();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.contains(wanted)) {
                Thread.ofVirtual().start(() -> output.lines().forEach(ignored -> {}));
                return;
            }
            said.append(line).append('\n');
        }
        throw new IOException("PostgreSQL did not start:\n" + said);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** SIGINT asks the server to end at once and in order; a killed one would leave shared memory behind. */
    private static void stop(Process server, Path data) {
        try {
            new ProcessBuilder("kill", "-INT", "" + server.pid()).start().waitFor();
            if (!server.waitFor(10, TimeUnit.SECONDS)) {
                server.destroyForcibly().waitFor();
            }
            TemporaryFiles.delete(data);
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
