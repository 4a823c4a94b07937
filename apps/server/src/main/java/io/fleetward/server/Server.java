// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

import io.fleetward.application.identity.AccessKey;
import io.fleetward.application.live.LiveBus;
import io.fleetward.application.live.LiveEvents;
import io.fleetward.application.live.LiveFindings;
import io.fleetward.application.live.LiveRegistry;
import io.fleetward.application.user.FirstUser;
import io.fleetward.aws.api.AwsApi;
import io.fleetward.console.session.Installation;
import io.fleetward.edge.CannotListenException;
import io.fleetward.edge.Edge;
import io.fleetward.edge.EdgeConfig;
import io.fleetward.edge.EdgeHandlers;
import io.fleetward.edge.Listener;
import io.fleetward.edge.http.HttpHandler;
import io.fleetward.edge.http.HttpLimits;
import io.fleetward.server.fleet.DemoFleet;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything put together and running; {@link #start} reads from the ground up, {@link #close} undoes it in reverse.
 *
 * <p>Confined to the thread that starts it.
 */
final class Server implements AutoCloseable {
    private final Settings settings;
    private final Shutdown shutdown = new Shutdown();
    private Edge edge;
    private String caFile;
    private @Nullable AccessKey firstKey;
    private @Nullable String firstPassword;
    private @Nullable DemoFleet fleet;
    private Runnable withoutCurves = () -> {};

    private Server(Settings settings) throws Exception {
        this.settings = settings;
        try {
            Foundation foundation = shutdown.later(Foundation.create());
            StoreAssembly store = shutdown.later(StoreAssembly.open(settings.store()));
            IdentityAssembly identity = IdentityAssembly.of(settings, foundation, store);
            UserAssembly users = UserAssembly.of(settings, foundation, store, identity);
            PkiAssembly pki = shutdown.later(PkiAssembly.of(settings, foundation));
            OutboxAssembly outbox = OutboxAssembly.of(foundation, store);
            shutdown.later(outbox.worker());
            RegistryAssembly registry = RegistryAssembly.of(foundation, store);
            NotificationAssembly notifications =
                    shutdown.later(NotificationAssembly.of(settings, foundation, store, identity, pki));
            EventAssembly events =
                    shutdown.later(EventAssembly.of(settings, foundation, store, identity, notifications));
            HubAssembly hub = HubAssembly.of(foundation, store, identity, outbox, registry, events.queue());
            var live = new LiveEvents(foundation.clock(), foundation.ids());
            var told = new LiveBus(events.queue(), live);
            hub.changes().listen(new LiveFindings(hub.stores(), live, foundation.clock()));
            registry.runtime().changes().listen(new LiveRegistry(live, foundation.clock()));
            AuditAssembly audit = shutdown.later(
                    AuditAssembly.of(settings, foundation, store, registry, hub, notifications.publishing(), told));
            DetectAssembly detect = shutdown.later(
                    DetectAssembly.of(settings, foundation, store, registry, hub, notifications.publishing(), told));
            MitigationAssembly mitigation =
                    MitigationAssembly.of(foundation, store, registry, notifications.publishing(), audit, detect);
            BrokerAssembly broker = shutdown.later(
                    BrokerAssembly.of(settings, foundation, store, users, registry, audit, detect, live));
            StandardAssembly standards = StandardAssembly.of(foundation, store, identity, registry, hub, audit);
            ApiAssembly api = ApiAssembly.of(new ApiAssembly.Parts(
                    settings,
                    foundation,
                    store,
                    identity,
                    users,
                    pki,
                    registry,
                    hub,
                    standards,
                    notifications,
                    events,
                    audit,
                    detect,
                    mitigation,
                    broker));

            outbox.worker().start(List.of(hub.importHandler()));
            hub.retention().start(foundation.timers(), foundation.background());
            hub.trend().start(foundation.timers(), foundation.background());
            hub.automation().start();
            hub.correlations().evaluation().start();
            audit.start();
            standards.start();
            mitigation.start();
            detect.start();
            broker.broker().start();
            events.start(broker.broker(), mitigation.mitigations());
            registry.builds().start();
            AwsApi engine = api.api();
            ConsoleAssembly console = ConsoleAssembly.of(foundation, users, live, engine, this::installation);
            console.events().start();
            var handler = new SigningCertificates(
                    notifications.signer(), new ConsoleHandler(console.console(), new ApiHandler(engine)));
            var webSockets = new SignedWebSockets(api.gateway(), console.sockets());
            edge = shutdown.later(edge(foundation, pki, broker, handler, webSockets));
            edge.open();
            notifications.start(settings.host(), edge.port(Listener.HTTPS));
            caFile = pki.caFile().toString();
            withoutCurves = pki.withoutCurves();
            firstKey = identity.firstKey();
            firstPassword = users.firstPassword();
            if (settings.demo()) {
                fleet = shutdown.later(DemoAssembly.of(settings, foundation, identity, api, runFile()));
            }
        } catch (CannotListenException taken) {
            shutdown.close();
            throw taken(taken);
        } catch (Exception failure) {
            shutdown.close();
            throw failure;
        }
    }

    static Server start(Settings settings) throws Exception {
        return new Server(settings);
    }

    private Edge edge(
            Foundation foundation,
            PkiAssembly pki,
            BrokerAssembly broker,
            HttpHandler handler,
            SignedWebSockets webSockets) {
        var config = new EdgeConfig(
                settings.bind().getHostAddress(),
                settings.mqttPort(),
                settings.httpsPort(),
                settings.httpPort(),
                settings.plainMqtt(),
                settings.firstPacketPatience().toMillis(),
                HttpLimits.DEFAULT);
        var handlers = new EdgeHandlers(
                broker.broker(),
                broker.devicePublishing(),
                handler,
                webSockets,
                pki.tls(),
                new HostDataEndpoints(settings.hosts()),
                broker.counters(),
                foundation.requestIds());
        return new Edge(config, broker.loops(), handlers);
    }

    private static CommandFailed taken(CannotListenException failure) {
        String flag = switch (failure.listener()) {
            case MQTT -> "--mqtt-port";
            case HTTPS -> "--https-port";
            case HTTP -> "--http-port";
            case PLAIN_MQTT -> "--bench-plain-mqtt-port";
        };
        return new CommandFailed(
                ExitCode.CONFIGURATION,
                flag + " " + failure.port() + ": " + failure.getMessage() + "; choose another port with " + flag
                        + " N (0 picks a free one)");
    }

    /** Where the server can be reached, for {@code run.json}. */
    RunFile runFile() {
        return new RunFile(
                ProcessHandle.current().pid(),
                settings.host(),
                settings.home().region().value(),
                edge.port(Listener.HTTP),
                edge.port(Listener.HTTPS),
                edge.port(Listener.MQTT),
                caFile);
    }

    /** What the pages of the console say about it. */
    private Installation installation() {
        return new Installation(
                settings.home(),
                ConsoleAssembly.regions(settings.home()),
                settings.host(),
                edge.port(Listener.MQTT),
                Fleetward.Version.built());
    }

    /** What a person needs to know at start: endpoints, the CA file, and once the first administrator's key. */
    List<String> greeting() {
        RunFile run = runFile();
        var lines = new ArrayList<String>();
        lines.add("AWS API   http://127.0.0.1:" + run.httpPort() + "  (loopback only)");
        lines.add("          https://" + run.host() + ":" + run.httpsPort());
        lines.add("Console   " + run.consoleUrl());
        lines.add("MQTT      mqtts://" + run.host() + ":" + run.mqttPort() + "  (client certificates)");
        lines.add("CA file   " + run.caFile());
        AccessKey key = firstKey;
        if (key != null) {
            lines.add("First administrator of account " + key.account() + ", shown only once:");
            lines.add("  AWS_ACCESS_KEY_ID=" + key.id());
            lines.add("  AWS_SECRET_ACCESS_KEY=" + key.secret().value());
        }
        if (firstPassword != null) {
            lines.add("First user of the console, shown only once; the password must be changed:");
            lines.add("  user " + FirstUser.NAME + ", password " + firstPassword);
        }
        if (settings.devAccounts()) {
            lines.add("Development accounts are on: any 12-digit access key is an administrator, secret 'test'.");
        }
        if (settings.demo()) {
            lines.add("Metric period " + settings.metricPeriod().toSeconds() + " s (default without --demo: 300 s)");
        }
        EdgeConfig.PlainMqtt plain = settings.plainMqtt();
        if (plain != null) {
            lines.add("MQTT without TLS is on at 127.0.0.1:" + edge.port(Listener.PLAIN_MQTT)
                    + ": any local client is the device of certificate " + plain.certificateId() + ".");
        }
        lines.add("For your shell: eval \"$(./fleetward env --data " + settings.data() + ")\"");
        return lines;
    }

    /** What is not part of getting ready; tells how it goes. */
    void afterReady(PrintWriter out) {
        withoutCurves.run();
        if (fleet != null) {
            fleet.start(out);
        }
    }

    @Override
    public void close() {
        shutdown.close();
    }
}
