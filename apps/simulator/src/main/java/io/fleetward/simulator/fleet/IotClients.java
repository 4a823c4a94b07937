// SPDX-License-Identifier: Apache-2.0
package io.fleetward.simulator.fleet;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iot.IotClient;

/** The AWS SDK's client, pointed at the server. */
public final class IotClients {
    /** How many requests are under way at once while the fleet is made and removed. */
    static final int PARALLEL = 16;

    private IotClients() {}

    /** A client to be closed by the caller. */
    public static IotClient open(FleetEnvironment environment) {
        return IotClient.builder()
                .endpointOverride(environment.endpoint())
                .region(Region.of(environment.region()))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(environment.accessKeyId(), environment.secretAccessKey())))
                .httpClientBuilder(Apache5HttpClient.builder().maxConnections(PARALLEL))
                .build();
    }
}
