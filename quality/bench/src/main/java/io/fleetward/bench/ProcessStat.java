// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** What Linux tells of a process: CPU time used and memory resident. */
final class ProcessStat {
    /** Clock ticks per second of {@code /proc/PID/stat}; 100 on every Linux architecture we run on. */
    private static final long TICKS_PER_SECOND = 100;

    private static final int USER_TIME = 11;
    private static final int SYSTEM_TIME = 12;
    private static final int ENDED_USER_TIME = 13;
    private static final int ENDED_SYSTEM_TIME = 14;

    private ProcessStat() {}

    /** User plus system time of the process so far. */
    static Duration cpu(long pid) throws IOException {
        String[] stat = stat(pid);
        return time(stat, USER_TIME).plus(time(stat, SYSTEM_TIME));
    }

    /** User plus system time so far of the process and those that it started, ended ones too. */
    static Duration cpuOfTree(long pid) throws IOException {
        Duration sum = time(stat(pid), ENDED_USER_TIME).plus(time(stat(pid), ENDED_SYSTEM_TIME));
        for (long process : tree(pid)) {
            sum = sum.plus(cpuUnlessEnded(process));
        }
        return sum;
    }

    private static Duration cpuUnlessEnded(long pid) throws IOException {
        try {
            return cpu(pid);
        } catch (NoSuchFileException ended) {
            return Duration.ZERO;
        }
    }

    /** Bytes that the process and those that it started had written to disks, or yet to be written there. */
    static long writtenByTree(long pid) throws IOException {
        long sum = 0;
        for (long process : tree(pid)) {
            sum += written(process);
        }
        return sum;
    }

    private static long written(long pid) throws IOException {
        try {
            for (String line : Files.readAllLines(Path.of("/proc", Long.toString(pid), "io"))) {
                if (line.startsWith("write_bytes:")) {
                    return Long.parseLong(line.replaceAll("[^0-9]", ""));
                }
            }
            throw new IOException("no write_bytes for process " + pid);
        } catch (NoSuchFileException ended) {
            return 0;
        }
    }

    /** The fields after the name. */
    private static String[] stat(long pid) throws IOException {
        String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
        return stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    }

    private static Duration time(String[] stat, int field) {
        return Duration.ofMillis(Long.parseLong(stat[field]) * 1000 / TICKS_PER_SECOND);
    }

    private static long[] tree(long pid) {
        ProcessHandle root = ProcessHandle.of(pid).orElseThrow();
        return Stream.concat(Stream.of(root), root.descendants())
                .mapToLong(ProcessHandle::pid)
                .toArray();
    }

    /** Resident memory in KiB. */
    static long residentKib(long pid) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("[^0-9]", ""));
            }
        }
        throw new IOException("no VmRSS for process " + pid);
    }
}
