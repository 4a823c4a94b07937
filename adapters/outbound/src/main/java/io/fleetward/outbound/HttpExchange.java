// SPDX-License-Identifier: Apache-2.0
package io.fleetward.outbound;

import io.fleetward.application.notification.delivery.OutgoingMessage;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One POST on a fresh connection, and the status of its answer (RFC 9112); the rest of the answer is not read. */
final class HttpExchange {
    /** Of the answer's head, interim answers included. */
    private static final int MOST_BYTES = 16 * 1024;

    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] ([1-9][0-9]{2})( .*)?");
    private static final int FINAL = 200;
    private static final int SWITCHING = 101;

    private HttpExchange() {}

    static int post(OutgoingMessage message, Socket socket) throws IOException {
        byte[] body = message.body().getBytes(StandardCharsets.UTF_8);
        OutputStream out = socket.getOutputStream();
        out.write(head(message, body.length).getBytes(StandardCharsets.ISO_8859_1));
        out.write(body);
        out.flush();
        return status(new BufferedInputStream(socket.getInputStream()));
    }

    private static String head(OutgoingMessage message, int length) {
        var head = new StringBuilder();
        head.append("POST ").append(message.endpoint().target()).append(" HTTP/1.1\r\n");
        line(head, "Host", message.endpoint().authority());
        message.headers().forEach((name, value) -> line(head, name, value));
        line(head, "Content-Length", String.valueOf(length));
        line(head, "Connection", "close");
        return head.append("\r\n").toString();
    }

    private static void line(StringBuilder head, String name, String value) {
        head.append(name).append(": ").append(value).append("\r\n");
    }

    /** The status of the first answer that is not an interim one. */
    static int status(InputStream in) throws IOException {
        var lines = new Lines(in);
        while (true) {
            String line = lines.next();
            Matcher status = STATUS_LINE.matcher(line);
            if (!status.matches()) {
                throw new ProtocolException("not an HTTP answer");
            }
            int code = Integer.parseInt(status.group(1));
            if (code >= FINAL || code == SWITCHING) {
                return code;
            }
            while (!line.isEmpty()) {
                line = lines.next();
            }
        }
    }

    /** The lines of an answer's head, up to a number of bytes. */
    private static final class Lines {
        private final InputStream in;
        private int read;

        Lines(InputStream in) {
            this.in = in;
        }

        String next() throws IOException {
            var line = new StringBuilder();
            for (int next = in.read(); next != '\n'; next = in.read()) {
                read++;
                if (next < 0 || read > MOST_BYTES) {
                    throw new ProtocolException(next < 0 ? "the answer broke off" : "the answer's head is too long");
                }
                line.append((char) next);
            }
            int end = line.length();
            return end > 0 && line.charAt(end - 1) == '\r' ? line.substring(0, end - 1) : line.toString();
        }
    }
}
