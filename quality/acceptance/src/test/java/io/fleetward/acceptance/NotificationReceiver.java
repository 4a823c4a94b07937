// SPDX-License-Identifier: Apache-2.0
package io.fleetward.acceptance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An HTTP endpoint of a subscription that does what Amazon's guide has an endpoint do: it proves the signature by the
 * certificate that the message names, and follows the link that confirms the subscription.
 *
 * <p>Thread-safe. Until it is opened it answers everything with 503.
 */
final class NotificationReceiver implements AutoCloseable {
    private static final List<String> OF_NOTIFICATIONS =
            List.of("Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type");
    private static final List<String> OF_CONFIRMATIONS =
            List.of("Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type");

    private final HttpServer server;
    private final HttpClient client;
    private final X509Certificate authority;
    private final Queue<JsonNode> notifications = new ConcurrentLinkedQueue<>();
    private final Queue<String> refused = new ConcurrentLinkedQueue<>();
    private volatile boolean isOpen = true;

    /** @param caFile the authority that the server's certificates come from */
    NotificationReceiver(Path caFile) throws Exception {
        try (var pem = Files.newInputStream(caFile)) {
            authority =
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(pem);
        }
        client = HttpClient.newBuilder().sslContext(trusting(authority)).build();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook?from=fleetward";
    }

    /** The notifications that were proven genuine. */
    Queue<JsonNode> notifications() {
        return notifications;
    }

    /** The messages of the notifications that were proven genuine. */
    List<JsonNode> messages() {
        return notifications.stream()
                .map(document ->
                        JsonMapper.shared().readTree(document.get("Message").stringValue()))
                .toList();
    }

    /** What was not genuine, and why. */
    Queue<String> refused() {
        return refused;
    }

    /** Takes messages, or turns everybody away. */
    void open(boolean open) {
        isOpen = open;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String type = exchange.getRequestHeaders().getFirst("x-amz-sns-message-type");
            int status = isOpen ? 200 : 503;
            if (isOpen) {
                take(type, JsonMapper.shared().readTree(body));
            }
            exchange.sendResponseHeaders(status, -1);
        } catch (Exception broken) {
            refused.add(broken.toString());
        }
    }

    private void take(String type, JsonNode document) throws Exception {
        if (!type.equals(document.get("Type").stringValue()) || !isGenuine(document)) {
            refused.add(document.toString());
        } else if (type.equals("Notification")) {
            notifications.add(document);
        } else if (type.equals("SubscriptionConfirmation")) {
            String link = document.get("SubscribeURL").stringValue();
            int status = client.send(HttpRequest.newBuilder(URI.create(link)).build(), BodyHandlers.ofString())
                    .statusCode();
            if (status != 200) {
                refused.add(link + " answered " + status);
            }
        }
    }

    private boolean isGenuine(JsonNode document) throws Exception {
        var link = URI.create(document.get("SigningCertURL").stringValue());
        byte[] pem = client.send(HttpRequest.newBuilder(link).build(), BodyHandlers.ofByteArray())
                .body();
        var certificate = (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem));
        certificate.verify(authority.getPublicKey());
        certificate.checkValidity();
        boolean isFirst = document.get("SignatureVersion").stringValue().equals("1");
        Signature signature = Signature.getInstance(isFirst ? "SHA1withRSA" : "SHA256withRSA");
        signature.initVerify(certificate);
        List<String> names = document.has("Token") ? OF_CONFIRMATIONS : OF_NOTIFICATIONS;
        for (String name : names) {
            if (document.has(name)) {
                String line = name + "\n" + document.get(name).stringValue() + "\n";
                signature.update(line.getBytes(StandardCharsets.UTF_8));
            }
        }
        return signature.verify(
                Base64.getDecoder().decode(document.get("Signature").stringValue()));
    }

    private static SSLContext trusting(X509Certificate authority) throws Exception {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        trusted.setCertificateEntry("fleetward", authority);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    @Override
    public void close() {
        server.stop(0);
        client.close();
    }
}
