// SPDX-License-Identifier: Apache-2.0
package io.fleetward.edge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.HexFormat;

/** A client that sends what it is told and reads what comes, byte by byte. */
final class RawClient implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket;

    RawClient(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    /** Sends the bytes; that the server hangs up meanwhile is no failure. */
    void send(byte[]... parts) {
        try {
            socket.getOutputStream().write(Bytes.join(parts));
            socket.getOutputStream().flush();
        } catch (IOException gone) {
            // shows when reading
        }
    }

    /** Reads so many bytes, as hexadecimal digits; fewer when the server hangs up. */
    String read(int length) {
        try {
            return HexFormat.of().formatHex(socket.getInputStream().readNBytes(length));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Reads one packet whose length takes one byte, as hexadecimal digits. */
    String readPacket() {
        String head = read(2);
        return head.length() < 4 ? head : head + read(Integer.parseInt(head.substring(2), 16));
    }

    /** Reads until the server hangs up, as hexadecimal digits; fails when it does not. */
    String readToEnd() {
        byte[] all = new byte[0];
        byte[] some = new byte[4_096];
        try {
            for (int read = 0; read >= 0; read = socket.getInputStream().read(some)) {
                all = Bytes.join(all, Arrays.copyOf(some, read));
            }
        } catch (SocketTimeoutException patient) {
            throw new UncheckedIOException("the server did not hang up", patient);
        } catch (IOException reset) {
            // hung up without waiting for what was still on its way
        }
        return HexFormat.of().formatHex(all);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException gone) {
            // as wanted
        }
    }
}
