// SPDX-License-Identifier: Apache-2.0
package io.fleetward.outbound;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import javax.net.ServerSocketFactory;

/** An endpoint on loopback that notes each request and gives one and the same answer, byte for byte. */
final class Receiver implements AutoCloseable {
    private static final String LENGTH = "Content-Length: ";

    /** What it does once it has read a request. */
    @FunctionalInterface
    interface Behavior {
        void answer(Socket socket) throws Exception;
    }

    private final ServerSocket listener;
    private final Queue<String> requests = new ConcurrentLinkedQueue<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    private Receiver(ServerSocketFactory sockets, Behavior behavior) throws IOException {
        listener = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> serve(behavior));
    }

    /** Answers so. */
    static Receiver answering(String answer) throws IOException {
        return answering(ServerSocketFactory.getDefault(), answer);
    }

    static Receiver answering(ServerSocketFactory sockets, String answer) throws IOException {
        return new Receiver(
                sockets, socket -> socket.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1)));
    }

    /** Takes requests and never answers; ends when the other side does. */
    static Receiver silent() throws IOException {
        return behaving(socket -> socket.getInputStream().readAllBytes());
    }

    static Receiver behaving(Behavior behavior) throws IOException {
        return new Receiver(ServerSocketFactory.getDefault(), behavior);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** The requests so far, head and body. */
    Queue<String> requests() {
        return requests;
    }

    private void serve(Behavior behavior) {
        try {
            while (closed.getCount() > 0) {
                Socket socket = listener.accept();
                Thread.ofVirtual().start(() -> serve(socket, behavior));
            }
        } catch (IOException stopped) {
            closed.countDown();
        }
    }

    private void serve(Socket socket, Behavior behavior) {
        try (socket) {
            requests.add(read(socket.getInputStream()));
            behavior.answer(socket);
        } catch (Exception brokenOff) {
            requests.add("broken off: " + brokenOff);
        }
    }

    private static String read(InputStream in) throws IOException {
        var head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.UTF_8).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the request broke off");
            }
            head.write(next);
        }
        String text = head.toString(StandardCharsets.UTF_8);
        int at = text.indexOf(LENGTH) + LENGTH.length();
        int length = Integer.parseInt(text.substring(at, text.indexOf('\r', at)));
        return text + new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
