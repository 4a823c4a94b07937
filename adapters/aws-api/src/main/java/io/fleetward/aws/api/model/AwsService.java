// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.model;

import io.fleetward.aws.model.ServiceApi;
import io.fleetward.aws.model.events.EventsApi;
import io.fleetward.aws.model.fleetward.FleetwardApi;
import io.fleetward.aws.model.iot.IotApi;
import io.fleetward.aws.model.iotdata.IotDataApi;
import io.fleetward.aws.model.securityhub.SecurityHubApi;
import io.fleetward.aws.model.sns.SnsApi;
import io.fleetward.aws.model.sts.StsApi;
import org.jspecify.annotations.Nullable;

/**
 * The services this server speaks and the names they go by.
 *
 * <p>Specification: aws-protocol, wire rules, "one port for all services".
 */
public enum AwsService {
    IOT("iot", Protocol.REST_JSON, "iot", 1 << 20, IotApi.class),
    IOT_DATA("iot-data", Protocol.REST_JSON, "iot", 1 << 19, IotDataApi.class),
    /** One import call carries up to 6 MB of findings, which blanks and escapes may blow up. */
    SECURITY_HUB("securityhub", Protocol.REST_JSON, "securityhub", 16 << 20, SecurityHubApi.class),
    EVENTS("events", Protocol.AWS_JSON, "events", 1 << 20, EventsApi.class),
    SNS("sns", Protocol.QUERY, "sns", 1 << 20, SnsApi.class),
    STS("sts", Protocol.QUERY, "sts", 1 << 18, StsApi.class),
    /** Not AWS's: what this server does beyond them, spoken in the same way. */
    FLEETWARD("fleetward", Protocol.REST_JSON, "fleetward", 1 << 20, FleetwardApi.class);

    private final String id;
    private final Protocol protocol;
    private final String actionPrefix;
    private final int maxBodyBytes;
    private final Class<? extends ServiceApi> api;

    AwsService(String id, Protocol protocol, String actionPrefix, int maxBodyBytes, Class<? extends ServiceApi> api) {
        this.id = id;
        this.protocol = protocol;
        this.actionPrefix = actionPrefix;
        this.maxBodyBytes = maxBodyBytes;
        this.api = api;
    }

    /** The name on the clients' command line. */
    public String id() {
        return id;
    }

    public Protocol protocol() {
        return protocol;
    }

    /** The part before the colon in action names such as {@code iot:CreateThing}. */
    public String actionPrefix() {
        return actionPrefix;
    }

    /** Larger requests are refused before anything else is done with them. */
    public int maxBodyBytes() {
        return maxBodyBytes;
    }

    /** The interface its families implement. */
    public Class<? extends ServiceApi> api() {
        return api;
    }

    /** The service that a call by name names, for example {@code iotdata}; null when there is none. */
    public static @Nullable AwsService named(String name) {
        for (AwsService service : values()) {
            if (service.id.replace("-", "").equals(name)) {
                return service;
            }
        }
        return null;
    }

    /**
     * The service with this name in a credential scope, or null. Clients older than 2023 sign the calls of iot for
     * {@code execute-api}, as its model then said.
     */
    public static @Nullable AwsService signedAs(String signingName) {
        return switch (signingName) {
            case "iot", "execute-api" -> IOT;
            case "iotdata", "iotdevicegateway" -> IOT_DATA;
            case "securityhub" -> SECURITY_HUB;
            case "events" -> EVENTS;
            case "sns" -> SNS;
            case "sts" -> STS;
            case "fleetward" -> FLEETWARD;
            default -> null;
        };
    }
}
