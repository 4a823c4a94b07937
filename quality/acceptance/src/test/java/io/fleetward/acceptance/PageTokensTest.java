// SPDX-License-Identifier: Apache-2.0
package io.fleetward.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetward.demo.AwsClients;
import io.fleetward.demo.Environment;
import io.fleetward.demo.ServerProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.iot.model.InvalidRequestException;
import software.amazon.awssdk.services.iot.model.ListThingsResponse;
import software.amazon.awssdk.services.iot.model.ThingAttribute;

class PageTokensTest {
    private static final String OTHER_ACCOUNT = "123456789012";

    @TempDir
    Path folder;

    @Test
    void aListGoesOnAfterARestartAndNowhereElse() throws Exception {
        String token;
        try (var server = start();
                var aws = new AwsClients(server.environment())) {
            for (String name : List.of("a", "b", "c")) {
                aws.iot().createThing(r -> r.thingName(name));
            }
            token = aws.iot().listThings(r -> r.maxResults(1)).nextToken();
        }
        try (var server = start();
                var aws = new AwsClients(server.environment())) {
            ListThingsResponse rest = aws.iot().listThings(r -> r.nextToken(token));
            assertThat(rest.things()).extracting(ThingAttribute::thingName).containsExactly("b", "c");
            assertRefusedElsewhere(aws, token);
            try (var other = new AwsClients(as(OTHER_ACCOUNT, server.environment()))) {
                assertThatThrownBy(() -> other.iot().listThings(r -> r.nextToken(token)))
                        .isInstanceOf(InvalidRequestException.class);
            }
        }
    }

    private static void assertRefusedElsewhere(AwsClients aws, String token) {
        assertThatThrownBy(() -> aws.iot().listThings(r -> r.nextToken(token).thingTypeName("Pump")))
                .isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> aws.iot().listThingGroups(r -> r.nextToken(token)))
                .isInstanceOf(InvalidRequestException.class);
        String forged = (token.charAt(0) == 'A' ? 'B' : 'A') + token.substring(1);
        assertThatThrownBy(() -> aws.iot().listThings(r -> r.nextToken(forged)))
                .isInstanceOf(InvalidRequestException.class);
    }

    private static Environment as(String account, Environment environment) {
        var variables = new HashMap<>(environment.variables());
        variables.put("AWS_ACCESS_KEY_ID", account);
        variables.put("AWS_SECRET_ACCESS_KEY", "test");
        return new Environment(variables);
    }

    private ServerProcess start() throws Exception {
        return ServerProcess.start(Commands.SERVER, folder.resolve("data"), Duration.ofMinutes(5), "--dev-accounts");
    }
}
