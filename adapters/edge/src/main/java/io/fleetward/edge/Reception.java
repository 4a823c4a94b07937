// SPDX-License-Identifier: Apache-2.0
package io.fleetward.edge;

import io.fleetward.application.broker.BrokerCounters.Counter;
import io.fleetward.application.broker.Peer;
import io.fleetward.edge.http.DeviceHttp;
import io.fleetward.edge.http.HttpChannel;
import io.fleetward.edge.http.HttpChannel.HttpTransport;
import io.fleetward.edge.http.HttpContext;
import io.fleetward.edge.http.HttpService;
import io.fleetward.edge.loop.EdgeLoop;
import io.fleetward.edge.loop.EdgeLoops;
import io.fleetward.edge.loop.PeerAddress;
import io.fleetward.edge.mqtt.MqttChannel;
import io.fleetward.edge.mqtt.MqttContext;
import io.fleetward.edge.tls.SecureArrival;
import io.fleetward.edge.tls.ServerTls;
import io.fleetward.edge.tls.TlsEntry;
import io.fleetward.edge.tls.TlsEntry.Arrivals;
import io.fleetward.edge.tls.TlsEntry.DeviceNames;
import io.fleetward.edge.tls.TlsEntry.TlsDeadline;
import io.fleetward.edge.websocket.MqttUpgrade;
import io.netty.channel.Channel;

/** Gives each new connection the handlers of the protocol it is going to speak. Thread-safe. */
final class Reception {
    private final EdgeHandlers handlers;
    private final EdgeLoops loops;
    private final MqttContext mqtt;
    private final HttpContext http;
    private final HttpService people;
    private final DeviceHttp deviceHttp;
    private final TlsDeadline patience;
    private final DeviceNames devices;

    Reception(EdgeConfig config, EdgeLoops loops, EdgeHandlers handlers) {
        this.handlers = handlers;
        this.loops = loops;
        mqtt = new MqttContext(
                loops, handlers.broker(), handlers.counters(), handlers.ids(), config.firstPacketMillis());
        http = new HttpContext(loops, config.http(), handlers.counters(), handlers.ids());
        people = new HttpService(handlers.api(), new MqttUpgrade(mqtt, handlers.callers(), null));
        deviceHttp =
                new DeviceHttp(handlers.devicePublishing(), handlers.broker().limits(), handlers.ids());
        patience = new TlsDeadline(config.firstPacketMillis());
        devices = new DeviceNames(handlers.endpoints());
    }

    void mqtt(Channel channel) {
        TlsEntry.requireCertificate(channel, loop(channel), handlers.tls(), patience, new Arrivals() {
            @Override
            public void arrived(Channel secured, SecureArrival arrival) {
                startMqtt(secured, arrival);
            }

            @Override
            public void failed(Channel broken) {
                handlers.counters().count(Counter.HANDSHAKES_FAILED);
            }
        });
    }

    void https(Channel channel) {
        TlsEntry.askDevices(channel, loop(channel), handlers.tls(), patience, devices, new Arrivals() {
            @Override
            public void arrived(Channel secured, SecureArrival arrival) {
                switch (arrival.protocol()) {
                    case ServerTls.MQTT -> startMqtt(secured, arrival);
                    case ServerTls.VOUCHED_MQTT ->
                        MqttChannel.install(mqtt, new Peer.Vouched(PeerAddress.of(secured)), secured);
                    case null, default -> startHttp(secured, arrival);
                }
            }

            @Override
            public void failed(Channel broken) {
                handlers.counters().count(Counter.HANDSHAKES_FAILED);
            }
        });
    }

    void http(Channel channel) {
        HttpChannel.install(http, people, HttpTransport.PLAIN, channel);
    }

    void plainMqtt(Channel channel, EdgeConfig.PlainMqtt plain) {
        MqttChannel.install(mqtt, new Peer.Device(plain.certificateId(), PeerAddress.of(channel), null, null), channel);
    }

    private void startMqtt(Channel channel, SecureArrival arrival) {
        String certificateId = arrival.certificateId();
        if (certificateId == null) {
            handlers.counters().count(Counter.CERTIFICATES_UNKNOWN);
            var _ = channel.close();
        } else {
            MqttChannel.install(mqtt, peer(channel, arrival, certificateId), channel);
        }
    }

    private void startHttp(Channel channel, SecureArrival arrival) {
        var transport = new HttpTransport(true, arrival.hello().serverName());
        HttpChannel.install(http, service(channel, arrival), transport, channel);
    }

    private HttpService service(Channel channel, SecureArrival arrival) {
        String certificateId = arrival.certificateId();
        if (certificateId != null) {
            Peer.Device device = peer(channel, arrival, certificateId);
            return new HttpService(deviceHttp.of(device), new MqttUpgrade(mqtt, handlers.callers(), device));
        }
        return ServerTls.DEVICE_HTTP.equals(arrival.protocol())
                ? new HttpService(deviceHttp.withoutCertificate(), people.upgrade())
                : people;
    }

    private Peer.Device peer(Channel channel, SecureArrival arrival, String certificateId) {
        String serverName = arrival.hello().serverName();
        return new Peer.Device(
                certificateId,
                PeerAddress.of(channel),
                serverName,
                serverName == null ? null : handlers.endpoints().scopeOf(serverName));
    }

    private EdgeLoop loop(Channel channel) {
        return loops.of(channel.eventLoop());
    }
}
