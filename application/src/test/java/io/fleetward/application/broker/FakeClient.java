// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.broker;

import io.fleetward.broker.ReasonCode;
import io.fleetward.broker.fact.DisconnectReason;
import io.fleetward.broker.message.Message;
import io.fleetward.broker.session.SessionTerms;
import io.fleetward.broker.subscription.SubscriptionRequest;
import io.fleetward.kernel.topic.TopicFilter;
import io.fleetward.kernel.topic.TopicName;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A client without a network: writes down what it is sent, in words, and says what the test has it say. */
final class FakeClient implements ClientLink {
    private final BrokerHarness harness;
    private final StepLoop loop;
    private final List<String> heard = new ArrayList<>();
    private final List<Integer> unacknowledged = new ArrayList<>();
    private @Nullable ClientConnection connection;
    private boolean isWritable = true;
    private boolean isReading = true;
    private boolean acknowledges = true;

    FakeClient(BrokerHarness harness, StepLoop loop) {
        this.harness = harness;
        this.loop = loop;
    }

    void outcome(ConnectOutcome outcome) {
        switch (outcome) {
            case ConnectOutcome.Accepted accepted -> {
                connection = accepted.connection();
                heard.add("connected" + (accepted.isSessionPresent() ? " again" : ""));
                accepted.connection().start();
            }
            case ConnectOutcome.Refused refused ->
                heard.add("refused " + refused.code() + (refused.isAnswered() ? "" : " silently"));
        }
    }

    /** What it was sent since the last time the test asked. */
    List<String> heard() {
        List<String> all = List.copyOf(heard);
        heard.clear();
        return all;
    }

    FakeClient withoutAcknowledging() {
        acknowledges = false;
        return this;
    }

    void acknowledgeAll() {
        List<Integer> ids = List.copyOf(unacknowledged);
        unacknowledged.clear();
        ids.forEach(id -> say(() -> connected().acknowledge(id)));
    }

    void subscribe(String filter, int qos) {
        say(() -> connected().subscribe(7, List.of(SubscriptionRequest.of(filter, qos))));
    }

    void subscribe(List<SubscriptionRequest> requests) {
        say(() -> connected().subscribe(7, requests));
    }

    void unsubscribe(String filter) {
        say(() -> connected().unsubscribe(8, List.of(Objects.requireNonNull(TopicFilter.parse(filter)))));
    }

    void publish(String topic, String text, int qos) {
        publish(message(topic, text, qos, false));
    }

    void retain(String topic, String text, int qos) {
        publish(message(topic, text, qos, true));
    }

    void publish(Message message) {
        say(() -> connected().publish(message, message.qos() == 0 ? 0 : 9));
    }

    void disconnect() {
        say(() -> connected().disconnect(false, null));
    }

    void disconnectWith(SessionTerms terms) {
        say(() -> connected().disconnect(false, terms));
    }

    void loseConnection() {
        say(() -> connected().lost(DisconnectReason.CONNECTION_LOST));
    }

    void becomeSlow() {
        isWritable = false;
    }

    void becomeFast() {
        isWritable = true;
        say(() -> connected().writable());
    }

    boolean isReading() {
        return isReading;
    }

    static Message message(String topic, String text, int qos, boolean isRetain) {
        return Message.of(new TopicName(topic), text.getBytes(StandardCharsets.UTF_8), qos, isRetain);
    }

    @Override
    public Loop loop() {
        return loop;
    }

    @Override
    public boolean isWritable() {
        return isWritable;
    }

    @Override
    public void publish(Message message, int packetId) {
        String text = new String(message.payload(), StandardCharsets.UTF_8);
        heard.add(
                message.topic() + "=" + text + (message.isRetain() ? " retained" : "") + (packetId > 0 ? " qos1" : ""));
        if (packetId > 0 && acknowledges) {
            loop.execute(() -> connected().acknowledge(packetId));
        } else if (packetId > 0) {
            unacknowledged.add(packetId);
        }
    }

    @Override
    public void publishAcknowledged(int packetId, ReasonCode code) {
        heard.add("puback" + (code == ReasonCode.SUCCESS ? "" : " " + code));
    }

    @Override
    public void subscribeAcknowledged(int packetId, List<ReasonCode> codes) {
        heard.add("suback " + codes);
    }

    @Override
    public void unsubscribeAcknowledged(int packetId, List<ReasonCode> codes) {
        heard.add("unsuback " + codes);
    }

    @Override
    public void read(boolean on) {
        isReading = on;
    }

    @Override
    public void close(ReasonCode code, String reason) {
        heard.add("closed " + code);
    }

    private ClientConnection connected() {
        return Objects.requireNonNull(connection, "not connected");
    }

    private void say(Runnable action) {
        loop.execute(action);
        harness.settle();
    }
}
