// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.model;

import java.util.List;
import java.util.regex.Pattern;

/** The parts of AWS's services that are not built here, and what takes their place. Immutable. */
final class UnbuiltParts {
    private static final List<Part> ALL = List.of(
            part(
                    "securityhub",
                    ".*V2",
                    "the OCSF generation of Security Hub; here findings are ASFF, exported as OCSF"),
            part("iot", ".*Job.*", "no jobs"),
            part("iot", ".*OTAUpdate.*|.*Stream.*", "no updates over the air"),
            part("iot", ".*Package.*|.*Sbom.*", "no software package catalog"),
            part("iot", ".*Command.*", "no remote commands"),
            part("iot", ".*Authorizer.*", "no custom authorizers; devices prove who they are by certificates"),
            part("iot", ".*Provisioning.*|RegisterThing|.*ThingRegistration.*", "no fleet provisioning"),
            part("iot", ".*BillingGroup.*", "no billing"),
            part("iot", ".*TopicRule.*", "no rules engine on topics; rules of the event bus send events on"),
            part("iot", ".*DomainConfiguration.*|.*CertificateProvider.*|.*Encryption.*", "set when the server starts"),
            part(
                    "iot",
                    ".*FleetMetric.*|Get.*Aggregation|GetCardinality|GetPercentiles|GetStatistics",
                    "no aggregations over the fleet index"),
            part("iot", "GetThingConnectivityData", "connections are not indexed"),
            part("iot", ".*Transfer.*|ListOutgoingCertificates", "certificates stay in their account"),
            part(
                    "iot",
                    ".*V2LoggingLevel.*|.*EventConfigurations",
                    "one level of logging for all; changes reach the event bus"),
            part("iot-data", ".*Shadow.*", "no shadows"),
            part(
                    "iot-data",
                    ".*Retained.*|DeleteConnection",
                    "retained messages and connections are matters of MQTT alone"),
            part("events", ".*PartnerEvent.*|.*EventSource.*", "no partners; put events with PutEvents"),
            part("events", ".*Endpoint.*", "one region serves; no global endpoints"),
            part("events", ".*Permission|UpdateEventBus", "buses belong to one account and have no policies"),
            part("events", "DeauthorizeConnection", "delete the connection instead"),
            part("sns", ".*PhoneNumber.*|.*SMS.*|.*OriginationNumbers.*", "no text messages"),
            part("sns", ".*Platform.*|.*EndpointAttributes|DeleteEndpoint", "no mobile push"),
            part("sns", ".*Permission|.*DataProtection.*", "topics belong to one account and have no policies"),
            part("sns", ".*[Tt]ag.*", "topics have no tags"),
            part("sts", ".*", "access keys are the server's own; there are no temporary ones"));

    private UnbuiltParts() {}

    private record Part(String service, Pattern operations, String reason) {}

    /** Why the operation is not built, for people. */
    static String reason(String service, String operation) {
        return ALL.stream()
                .filter(part -> part.service().equals(service)
                        && part.operations().matcher(operation).matches())
                .map(Part::reason)
                .findFirst()
                .orElse("not built yet");
    }

    private static Part part(String service, String operations, String reason) {
        return new Part(service, Pattern.compile(operations), reason);
    }
}
