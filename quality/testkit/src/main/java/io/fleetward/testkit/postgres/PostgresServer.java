// SPDX-License-Identifier: Apache-2.0
package io.fleetward.testkit.postgres;

import io.fleetward.testkit.TemporaryFiles;
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
 * A real PostgreSQL on the loopback interface, with the collation that the product asks for; stopped with the process.
 *
 * <p>PostgreSQL refuses to run as root: then it is started as the user {@code nobody}. Thread-safe.
 */
public final class PostgresServer {
    /** The user, and the password, of everybody. */
    public static final String USER = "postgres";

    private static final AtomicInteger NAMES = new AtomicInteger();
    /** The user and the group {@code nobody}, whose name differs between systems but whose number does not. */
    private static final int NOBODY = 65534;

    private final long pid;
    private final int port;

    private PostgresServer(long pid, int port) {
        this.pid = pid;
        this.port = port;
    }

    private static final class Shared {
        static final PostgresServer SERVER = start(List.of("fsync=off", "max_connections=200", "shared_buffers=32MB"));
    }

    /**
     * The one that the tests of this process share, started at first use. Nothing in it must survive a power cut, so it
     * does not wait for its disk.
     */
    public static PostgresServer shared() {
        return Shared.SERVER;
    }

    /** Executes a statement on the server's own database, for example to create another. */
    public void administer(String sql) {
        try (Connection connection = DriverManager.getConnection("jdbc:" + url("postgres"), USER, USER);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    /** The process that all others of the server come from. */
    public long pid() {
        return pid;
    }

    /** Where the database is, without credentials: {@code postgresql://HOST:PORT/NAME}. */
    public String url(String database) {
        return "postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** A database name nobody used before in this process. */
    public static String freshName() {
        return "test_" + NAMES.incrementAndGet();
    }

    /**
     * Starts one.
     *
     * @param settings such as {@code fsync=off}
     */
    public static PostgresServer start(List<String> settings) {
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
                    "--username=" + USER,
                    "--auth=trust",
                    "--locale=C",
                    "--encoding=UTF8",
                    "--no-sync"));
            awaitLine(initdb, "Success.");
            int port = freePort();
            Process server = run(serverCommand(programs, data, port, settings));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, data)));
            awaitLine(server, "ready to accept connections");
            return new PostgresServer(server.pid(), port);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot start PostgreSQL", failure);
        }
    }

    private static List<String> serverCommand(Path programs, Path data, int port, List<String> settings) {
        var command = new ArrayList<>(List.of(programs + "/postgres", "-D", data.toString(), "-p", "" + port));
        command.addAll(List.of("-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="));
        settings.forEach(setting -> command.addAll(List.of("-c", setting)));
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
