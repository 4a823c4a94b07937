// SPDX-License-Identifier: Apache-2.0
package io.fleetward.simulator.fleet;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.iot.IotClient;
import software.amazon.awssdk.services.iot.model.Behavior;
import software.amazon.awssdk.services.iot.model.BehaviorCriteria;
import software.amazon.awssdk.services.iot.model.MetricValue;
import software.amazon.awssdk.services.iot.model.ResourceAlreadyExistsException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The security profiles that ship with the product, in the folder {@code profiles}: each file is what {@code aws iot
 * create-security-profile --cli-input-json} takes. Thread-safe.
 */
public final class ReferenceProfiles {
    static final List<String> FILES = List.of("mqtt-hygiene.json", "network-hygiene.json");

    private static final JsonMapper JSON = JsonMapper.shared();

    private final IotClient iot;

    public ReferenceProfiles(IotClient iot) {
        this.iot = iot;
    }

    /** Makes those that are missing and attaches all to the registered things. */
    public void attach() throws IOException {
        for (String file : FILES) {
            JsonNode profile = read(file);
            String name = profile.get("securityProfileName").stringValue();
            List<Behavior> behaviors = behaviors(profile.get("behaviors"));
            try {
                iot.createSecurityProfile(request -> request.securityProfileName(name)
                        .securityProfileDescription(
                                profile.get("securityProfileDescription").stringValue())
                        .behaviors(behaviors));
            } catch (ResourceAlreadyExistsException there) {
                iot.describeSecurityProfile(request -> request.securityProfileName(name));
            }
            String arn = iot.describeSecurityProfile(request -> request.securityProfileName(name))
                    .securityProfileArn();
            iot.attachSecurityProfile(request -> request.securityProfileName(name)
                    .securityProfileTargetArn(
                            arn.substring(0, arn.indexOf(":securityprofile/")) + ":all/registered-things"));
        }
    }

    static JsonNode read(String file) throws IOException {
        try (InputStream in = ReferenceProfiles.class.getResourceAsStream("/io/fleetward/simulator/profiles/" + file)) {
            if (in == null) {
                throw new IOException("the profile " + file + " is missing");
            }
            return JSON.readTree(in);
        }
    }

    private static List<Behavior> behaviors(JsonNode array) {
        var behaviors = new ArrayList<Behavior>();
        for (JsonNode behavior : array) {
            behaviors.add(Behavior.builder()
                    .name(behavior.get("name").stringValue())
                    .metric(behavior.get("metric").stringValue())
                    .criteria(criteria(behavior.get("criteria")))
                    .build());
        }
        return behaviors;
    }

    private static BehaviorCriteria criteria(JsonNode json) {
        var criteria = BehaviorCriteria.builder()
                .comparisonOperator(json.get("comparisonOperator").stringValue())
                .value(value(json.get("value")));
        if (json.has("durationSeconds")) {
            criteria.durationSeconds(json.get("durationSeconds").intValue());
        }
        return criteria.build();
    }

    private static MetricValue value(JsonNode json) {
        if (json.has("count")) {
            return MetricValue.builder().count(json.get("count").longValue()).build();
        }
        if (json.has("cidrs")) {
            return MetricValue.builder()
                    .cidrs(json.get("cidrs")
                            .valueStream()
                            .map(JsonNode::stringValue)
                            .toList())
                    .build();
        }
        return MetricValue.builder()
                .ports(json.get("ports").valueStream().map(JsonNode::intValue).toList())
                .build();
    }
}
