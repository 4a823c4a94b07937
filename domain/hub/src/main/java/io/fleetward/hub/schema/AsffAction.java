// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.schema;

import static io.fleetward.hub.schema.ObjectShape.object;
import static io.fleetward.hub.schema.Shapes.decimal;
import static io.fleetward.hub.schema.Shapes.flag;
import static io.fleetward.hub.schema.Shapes.list;
import static io.fleetward.hub.schema.Shapes.map;
import static io.fleetward.hub.schema.Shapes.oneOf;
import static io.fleetward.hub.schema.Shapes.text;
import static io.fleetward.hub.schema.Shapes.time;
import static io.fleetward.hub.schema.Shapes.whole;

/** The parts of the finding format that say what somebody did: one action, or a sequence of signals. */
final class AsffAction {
    private static final Shape REMOTE_IP = object().with("IpAddressV4", text())
            .with(
                    "Organization",
                    object().with("Asn", whole())
                            .with("AsnOrg", text())
                            .with("Isp", text())
                            .with("Org", text()))
            .with("Country", object().with("CountryCode", text()).with("CountryName", text()))
            .with("City", object().with("CityName", text()))
            .with("GeoLocation", object().with("Lon", decimal()).with("Lat", decimal()));

    private static final Shape PORT = object().with("Port", whole()).with("PortName", text());

    private static final Shape NETWORK_CONNECTION = object().with("ConnectionDirection", text())
            .with("RemoteIpDetails", REMOTE_IP)
            .with("RemotePortDetails", PORT)
            .with("LocalPortDetails", PORT)
            .with("Protocol", text())
            .with("Blocked", flag());

    private static final Shape API_CALL = object().with("Api", text())
            .with("ServiceName", text())
            .with("CallerType", text())
            .with("RemoteIpDetails", REMOTE_IP)
            .with("DomainDetails", object().with("Domain", text()))
            .with("AffectedResources", map(text(), Integer.MAX_VALUE, Integer.MAX_VALUE))
            .with("FirstSeen", time())
            .with("LastSeen", time());

    private static final Shape PORT_PROBE = object().with(
                    "PortProbeDetails",
                    list(object().with("LocalPortDetails", PORT)
                            .with("LocalIpDetails", object().with("IpAddressV4", text()))
                            .with("RemoteIpDetails", REMOTE_IP)))
            .with("Blocked", flag());

    static final Shape ACTION = object().with(
                    "ActionType", oneOf("NETWORK_CONNECTION", "AWS_API_CALL", "DNS_REQUEST", "PORT_PROBE"))
            .with("NetworkConnectionAction", NETWORK_CONNECTION)
            .with("AwsApiCallAction", API_CALL)
            .with(
                    "DnsRequestAction",
                    object().with("Domain", text()).with("Protocol", text()).with("Blocked", flag()))
            .with("PortProbeAction", PORT_PROBE);

    private static final Shape ACTOR = object().with("Id", text())
            .with(
                    "User",
                    object().with("Name", text())
                            .with("Uid", text())
                            .with("Type", text())
                            .with("CredentialUid", text())
                            .with("Account", object().with("Uid", text()).with("Name", text())))
            .with(
                    "Session",
                    object().with("Uid", text())
                            .with("MfaStatus", oneOf("ENABLED", "DISABLED"))
                            .with("CreatedTime", whole())
                            .with("Issuer", text()));

    private static final Shape ENDPOINT = object().with("Id", text())
            .with("Ip", text())
            .with("Domain", text())
            .with("Port", whole())
            .with(
                    "Location",
                    object().with("City", text())
                            .with("Country", text())
                            .with("Lat", decimal())
                            .with("Lon", decimal()))
            .with("AutonomousSystem", object().with("Name", text()).with("Number", whole()))
            .with("Connection", object().with("Direction", oneOf("INBOUND", "OUTBOUND")));

    private static final Shape INDICATORS = list(
            object().with("Key", text())
                    .with("Values", list(text()))
                    .with("Title", text())
                    .with("Type", text()),
            0,
            100);

    private static final Shape SIGNAL = object().with("Type", text())
            .with("Id", text())
            .with("Title", text())
            .with("ProductArn", text())
            .with("ResourceIds", list(text()))
            .with("SignalIndicators", INDICATORS)
            .with("Name", text())
            .with("CreatedAt", whole())
            .with("UpdatedAt", whole())
            .with("FirstSeenAt", whole())
            .with("LastSeenAt", whole())
            .with("Severity", decimal())
            .with("Count", whole())
            .with("ActorIds", list(text()))
            .with("EndpointIds", list(text()));

    static final Shape DETECTION = object().with(
                    "Sequence",
                    object().with("Uid", text())
                            .with("Actors", list(ACTOR, 0, 10))
                            .with("Endpoints", list(ENDPOINT, 0, 10))
                            .with("Signals", list(SIGNAL, 1, 100))
                            .with("SequenceIndicators", INDICATORS));

    private AsffAction() {}
}
