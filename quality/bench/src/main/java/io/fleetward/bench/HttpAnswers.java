// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * The answers that come over one HTTP connection, one at a time, each of a known length and smaller than the buffer.
 *
 * <p>Looks at as little of them as it can: the load generator shares the machine with what it measures. Confined to one
 * thread.
 */
final class HttpAnswers {
    private static final byte[] OK = bytes("HTTP/1.1 200 ");
    private static final byte[] END_OF_HEAD = bytes("\r\n\r\n");
    private static final byte[] CONTENT_LENGTH = bytes("\r\ncontent-length: ");

    private final InputStream in;
    private final byte[] buffer = new byte[8192];
    private int filled;

    HttpAnswers(InputStream in) {
        this.in = in;
    }

    /** Reads the next answer, which must be a 200. */
    void expectOk() throws IOException {
        filled = 0;
        int head = -1;
        while (head < 0) {
            fill();
            head = indexOf(END_OF_HEAD);
        }
        int length = head + END_OF_HEAD.length + contentLength();
        while (filled < length) {
            fill();
        }
        if (indexOf(OK) != 0) {
            throw new IOException(new String(buffer, 0, filled, StandardCharsets.UTF_8));
        }
    }

    private void fill() throws IOException {
        int more = in.read(buffer, filled, buffer.length - filled);
        if (more <= 0) {
            throw new IOException("no complete answer: " + new String(buffer, 0, filled, StandardCharsets.UTF_8));
        }
        filled += more;
    }

    private int contentLength() throws IOException {
        int at = indexOf(CONTENT_LENGTH);
        if (at < 0) {
            throw new IOException("an answer without a length");
        }
        int length = 0;
        for (int i = at + CONTENT_LENGTH.length; buffer[i] >= '0' && buffer[i] <= '9'; i++) {
            length = length * 10 + buffer[i] - '0';
        }
        return length;
    }

    private int indexOf(byte[] wanted) {
        for (int at = 0; at <= filled - wanted.length; at++) {
            int matched = 0;
            while (matched < wanted.length && buffer[at + matched] == wanted[matched]) {
                matched++;
            }
            if (matched == wanted.length) {
                return at;
            }
        }
        return -1;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
