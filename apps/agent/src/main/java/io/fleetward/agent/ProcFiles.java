// SPDX-License-Identifier: Apache-2.0
package io.fleetward.agent;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What Linux tells about its network. Thread-safe. */
final class ProcFiles implements HostNetwork {
    private final Path root;

    ProcFiles(Path root) {
        this.root = root;
    }

    @Override
    public List<KernelSocket> tcp() throws IOException {
        return sockets("tcp");
    }

    @Override
    public List<KernelSocket> udp() throws IOException {
        return sockets("udp");
    }

    @Override
    public Traffic traffic() throws IOException {
        return Traffic.parse(read("net/dev"));
    }

    @Override
    public String bootId() throws IOException {
        return read("sys/kernel/random/boot_id").strip();
    }

    /** Whether there is anything to read. */
    boolean isThere() {
        return Files.isReadable(root.resolve("net/tcp"));
    }

    private List<KernelSocket> sockets(String protocol) throws IOException {
        var sockets = new ArrayList<>(KernelSocket.parse(read("net/" + protocol)));
        // Kernels without IPv6 have no such file.
        if (Files.exists(root.resolve("net/" + protocol + "6"))) {
            sockets.addAll(KernelSocket.parse(read("net/" + protocol + "6")));
        }
        return sockets;
    }

    private String read(String name) throws IOException {
        return Files.readString(root.resolve(name), StandardCharsets.ISO_8859_1);
    }
}
