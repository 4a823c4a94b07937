// SPDX-License-Identifier: Apache-2.0
package io.fleetward.outbound;

import io.fleetward.application.events.destination.WebClient.Reply.Answered;
import io.fleetward.application.events.destination.WebClient.Request;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One request on a fresh connection, and its answer (RFC 9112): the status and, where it is wanted, the first part of the
 * body.
 */
final class HttpExchange {
    /** Of the answer's head, interim answers included. */
    private static final int MOST_BYTES = 16 * 1024;

    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] ([1-9][0-9]{2})( .*)?");
    private static final Pattern CONTENT_LENGTH = Pattern.compile("content-length:[ \\t]*([0-9]{1,9})[ \\t]*");
    private static final Pattern CHUNK_SIZE = Pattern.compile("([0-9a-fA-F]{1,7})([ \\t;].*)?");
    /** Of an answer's body; what we ask for is far smaller. */
    private static final int MOST_OF_BODY = 32 * 1024;

    private static final int FINAL = 200;
    private static final int SWITCHING = 101;

    private HttpExchange() {}

    static Answered perform(Request request, Socket socket) throws IOException {
        byte[] body = request.body().getBytes(StandardCharsets.UTF_8);
        OutputStream out = socket.getOutputStream();
        out.write(head(request, body.length).getBytes(StandardCharsets.ISO_8859_1));
        out.write(body);
        out.flush();
        return answer(new BufferedInputStream(socket.getInputStream()), request.wantsBody());
    }

    private static String head(Request request, int length) {
        var head = new StringBuilder();
        head.append(request.method()).append(' ').append(request.endpoint().target());
        head.append(" HTTP/1.1\r\n");
        line(head, "Host", request.endpoint().authority());
        request.headers().forEach((name, value) -> line(head, name, value));
        line(head, "Content-Length", String.valueOf(length));
        line(head, "Connection", "close");
        return head.append("\r\n").toString();
    }

    private static void line(StringBuilder head, String name, String value) {
        head.append(name).append(": ").append(value).append("\r\n");
    }

    /** The first answer that is not an interim one. */
    private static Answered answer(InputStream in, boolean wantsBody) throws IOException {
        var lines = new Lines(in);
        while (true) {
            String line = lines.next();
            Matcher status = STATUS_LINE.matcher(line);
            if (!status.matches()) {
                throw new ProtocolException("not an HTTP answer");
            }
            int code = Integer.parseInt(status.group(1));
            boolean isFinal = code >= FINAL || code == SWITCHING;
            if (isFinal && !wantsBody) {
                return new Answered(code, "");
            }
            boolean isChunked = false;
            long length = MOST_OF_BODY;
            while (!line.isEmpty()) {
                line = lines.next();
                String header = line.toLowerCase(Locale.ROOT);
                isChunked |= header.startsWith("transfer-encoding:") && header.endsWith("chunked");
                Matcher stated = CONTENT_LENGTH.matcher(header);
                length = stated.matches() ? Math.min(length, Long.parseLong(stated.group(1))) : length;
            }
            if (isFinal) {
                byte[] body = isChunked ? chunks(in, lines) : in.readNBytes((int) length);
                return new Answered(code, new String(body, StandardCharsets.UTF_8));
            }
        }
    }

    /** The body in chunks, as far as it is wanted. */
    private static byte[] chunks(InputStream in, Lines lines) throws IOException {
        var body = new ByteArrayOutputStream();
        while (body.size() < MOST_OF_BODY) {
            Matcher size = CHUNK_SIZE.matcher(lines.next());
            if (!size.matches()) {
                throw new ProtocolException("not the size of a chunk");
            }
            int length = Integer.parseInt(size.group(1), 16);
            if (length == 0) {
                break;
            }
            body.write(in.readNBytes(Math.min(length, MOST_OF_BODY - body.size())));
            lines.next();
        }
        return body.toByteArray();
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
