// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

import io.fleetward.application.identity.CallContext;
import io.fleetward.application.identity.Caller;
import io.fleetward.application.identity.Role;
import io.fleetward.aws.api.iot.AuditConfigurationOperations;
import io.fleetward.aws.api.iot.AuditTaskOperations;
import io.fleetward.aws.api.iot.CertificateOperations;
import io.fleetward.aws.api.iot.PolicyAttachmentOperations;
import io.fleetward.aws.api.iot.PolicyOperations;
import io.fleetward.aws.api.iot.ProfileAttachmentOperations;
import io.fleetward.aws.api.iot.SecurityProfileOperations;
import io.fleetward.aws.api.iot.ThingGroupMembershipOperations;
import io.fleetward.aws.api.iot.ThingGroupOperations;
import io.fleetward.aws.api.iot.ThingOperations;
import io.fleetward.aws.api.iot.ThingPrincipalOperations;
import io.fleetward.aws.api.iot.ThingTypeOperations;
import io.fleetward.aws.api.securityhub.HubOperations;
import io.fleetward.aws.api.securityhub.ProductOperations;
import io.fleetward.server.fleet.DemoFleet;
import io.fleetward.server.fleet.FleetApi;
import io.fleetward.server.fleet.FleetEndpoint;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;

/** The demonstration fleet, on the API and on the port that everybody uses. */
final class DemoAssembly {
    private static final Duration SLOWEST = Duration.ofSeconds(30);

    private DemoAssembly() {}

    static DemoFleet of(
            Settings settings, Foundation foundation, IdentityAssembly identity, ApiAssembly api, RunFile run) {
        var caller = new Caller(
                settings.home(),
                "arn:aws:iam::" + settings.home().account() + ":user/demo",
                "",
                Role.ADMINISTRATOR,
                InetAddress.getLoopbackAddress().getHostAddress());
        var fleet = new FleetApi(
                registry(api),
                guards(api),
                () -> new CallContext(
                        caller,
                        foundation.requestIds().uuid(),
                        foundation.clock().instant()));
        return new DemoFleet(
                fleet,
                new FleetEndpoint(
                        new InetSocketAddress(reachable(settings.bind()), run.mqttPort()),
                        run.host(),
                        Path.of(run.caFile())),
                settings.data().resolve("demo"),
                new DemoFleet.Surroundings(
                        foundation.clock(),
                        foundation.timers(),
                        foundation.background(),
                        foundation.random(),
                        interval(settings)));
    }

    /** Two reports in a metric period are enough to see something in each. */
    private static Duration interval(Settings settings) {
        Duration half = settings.metricPeriod().dividedBy(2);
        return half.compareTo(SLOWEST) > 0 ? SLOWEST : half;
    }

    private static InetAddress reachable(InetAddress bound) {
        return bound.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : bound;
    }

    private static FleetApi.Registry registry(ApiAssembly api) {
        return new FleetApi.Registry(
                api.family(ThingTypeOperations.class),
                api.family(ThingGroupOperations.class),
                api.family(ThingGroupMembershipOperations.class),
                api.family(ThingOperations.class),
                api.family(ThingPrincipalOperations.class),
                api.family(CertificateOperations.class),
                api.family(PolicyOperations.class),
                api.family(PolicyAttachmentOperations.class));
    }

    private static FleetApi.Guards guards(ApiAssembly api) {
        return new FleetApi.Guards(
                api.family(HubOperations.class),
                api.family(ProductOperations.class),
                api.family(AuditConfigurationOperations.class),
                api.family(AuditTaskOperations.class),
                api.family(SecurityProfileOperations.class),
                api.family(ProfileAttachmentOperations.class));
    }
}
