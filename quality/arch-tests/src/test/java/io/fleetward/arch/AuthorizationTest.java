// SPDX-License-Identifier: Apache-2.0
package io.fleetward.arch;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.identity.ActionKinds;
import io.fleetward.application.identity.CallContext;
import io.fleetward.aws.api.AwsApiFamilies;
import io.fleetward.aws.api.model.AwsService;
import io.fleetward.aws.model.ServiceApi;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AuthorizationTest {
    @Test
    void everyOperationHasAnActionThatSomebodySorted() {
        List<String> actions =
                AwsApiFamilies.ALL.stream().flatMap(AuthorizationTest::actions).toList();
        assertThat(actions).hasSizeGreaterThan(100).contains("iot:CreateThing", "securityhub:GetFindings");
        assertThat(actions.stream().filter(action -> !ActionKinds.isSorted(action)))
                .as("roles are given kinds of actions, so each action has one, because what nobody sorted"
                        + " only administrators may do")
                .isEmpty();
    }

    private static Stream<String> actions(Class<? extends ServiceApi> family) {
        AwsService service = Arrays.stream(AwsService.values())
                .filter(one -> one.api().isAssignableFrom(family))
                .findFirst()
                .orElseThrow();
        return Arrays.stream(family.getDeclaredMethods())
                .filter(AuthorizationTest::isOperation)
                .map(Method::getName)
                .map(name -> service.actionPrefix() + ":" + name.substring(0, 1).toUpperCase(Locale.ROOT)
                        + name.substring(1));
    }

    private static boolean isOperation(Method method) {
        Class<?>[] parameters = method.getParameterTypes();
        return Modifier.isPublic(method.getModifiers())
                && parameters.length == 2
                && ServiceApi.class.isAssignableFrom(method.getDeclaringClass())
                && parameters[0].getSimpleName().endsWith("Request")
                && parameters[1] == CallContext.class;
    }
}
