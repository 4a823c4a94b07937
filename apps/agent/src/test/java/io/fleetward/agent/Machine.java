// SPDX-License-Identifier: Apache-2.0
package io.fleetward.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder that looks like {@code /proc} of a small machine. */
final class Machine {
    private static final String SOCKETS_HEADING =
            "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n";

    private final Path proc;

    Machine(Path folder) throws IOException {
        proc = folder.resolve("proc");
        Files.createDirectories(proc.resolve("net"));
        Files.createDirectories(proc.resolve("sys/kernel/random"));
        boots("boot-1");
        sockets(
                "tcp",
                "0100007F:0277 00000000:0000 0A",
                "00000000:0016 00000000:0000 0A",
                "00000000:0016 00000000:0000 0A",
                "0702A8C0:C000 097100CB:22B3 01",
                "0702A8C0:C001 097100CB:22B3 06");
        sockets(
                "tcp6",
                "00000000000000000000000000000000:0050 00000000000000000000000000000000:0000 0A",
                "B80D0120000000000000000001000000:C002 B80D0120000000000000000002000000:01BB 01",
                "0000000000000000FFFF00000702A8C0:C003 0000000000000000FFFF0000097100CB:01BB 01");
        sockets("udp", "00000000:0044 00000000:0000 07", "0702A8C0:D000 08080808:0035 01");
        sockets("udp6", "00000000000000000000000000000000:14E9 00000000000000000000000000000000:0000 07");
        traffic(1_000, 100);
    }

    Path proc() {
        return proc;
    }

    void boots(String id) throws IOException {
        Files.writeString(proc.resolve("sys/kernel/random/boot_id"), id + "\n");
    }

    void traffic(long bytesIn, long bytesOut) throws IOException {
        Files.writeString(proc.resolve("net/dev"), """
                Inter-|   Receive                                                |  Transmit
                 face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop fifo colls carrier compressed
                    lo: 999999    9999    0    0    0     0          0         0  999999    9999    0    0    0     0       0          0
                  eth0: %d      10    0    0    0     0          0         0  %d       5    0    0    0     0       0          0
                """.formatted(bytesIn, bytesOut));
    }

    private void sockets(String name, String... lines) throws IOException {
        var text = new StringBuilder(SOCKETS_HEADING);
        for (int i = 0; i < lines.length; i++) {
            text.append("   ")
                    .append(i)
                    .append(": ")
                    .append(lines[i])
                    .append(" 00000000:00000000 00:00000000 00000000     0        0 1\n");
        }
        Files.writeString(proc.resolve("net/" + name), text);
    }
}
