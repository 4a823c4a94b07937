// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.securityhub;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.kernel.AccountRegion;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ActionTargetOperationsTest {
    private static final String ARN = "arn:aws:securityhub:eu-west-1:123456789012:action/custom/Ticket1";
    private static final String NEIGHBORS = "arn:aws:securityhub:eu-west-1:999999999999:action/custom/Ticket1";
    private static final String TICKET = "{'Id':'Ticket1','Name':'Make a ticket','Description':'For the plant'}";

    private final HubApi api = HubApi.enabled();

    @Test
    void makesShowsChangesAndForgetsAnAction() {
        assertThat(api.ok("CreateActionTarget", TICKET).toString()).isEqualTo("{\"ActionTargetArn\":\"" + ARN + "\"}");
        api.ok("UpdateActionTarget", "{'ActionTargetArn':'" + ARN + "','Name':'Ticket'}");
        assertThat(describe("{}").toString())
                .isEqualTo("[{\"ActionTargetArn\":\"" + ARN
                        + "\",\"Name\":\"Ticket\",\"Description\":\"For the plant\"}]");
        api.ok("UpdateActionTarget", "{'ActionTargetArn':'" + ARN + "','Description':'For all'}");
        assertThat(describe("{'ActionTargetArns':['" + ARN + "']}").toString())
                .isEqualTo("[{\"ActionTargetArn\":\"" + ARN + "\",\"Name\":\"Ticket\",\"Description\":\"For all\"}]");
        assertThat(api.ok("DeleteActionTarget", "{'ActionTargetArn':'" + ARN + "'}")
                        .toString())
                .isEqualTo("{\"ActionTargetArn\":\"" + ARN + "\"}");
        assertThat(describe("{}")).isEmpty();
    }

    @Test
    void makesNoSecondActionOfAnId() {
        api.ok("CreateActionTarget", TICKET);
        api.refused("CreateActionTarget", TICKET, 409, "ResourceConflictException");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'Id':'a-b','Name':'n','Description':'d'}",
                "{'Id':'a12345678901234567890','Name':'n','Description':'d'}",
                "{'Id':'a','Name':'n12345678901234567890','Description':'d'}",
                "{'Id':'a','Name':' ','Description':'d'}",
                "{'Id':'a','Name':'n'}"
            })
    void refusesWhatMakesNoAction(String members) {
        api.refused("CreateActionTarget", members, 400, "InvalidInputException");
        assertThat(describe("{}")).isEmpty();
    }

    @Test
    void refusesLongTexts() {
        String description = "'Description':'" + "d".repeat(513) + "'";
        api.refused("CreateActionTarget", "{'Id':'a','Name':'n'," + description + "}", 400, "InvalidInputException");
        api.ok("CreateActionTarget", "{'Id':'Ticket1','Name':'n','Description':'" + "d".repeat(512) + "'}");
        for (String change : List.of(description, "'Name':'" + "n".repeat(21) + "'")) {
            api.refused(
                    "UpdateActionTarget",
                    "{'ActionTargetArn':'" + ARN + "'," + change + "}",
                    400,
                    "InvalidInputException");
        }
    }

    @Test
    void keepsFiftyActionsAndPagesThroughThem() {
        for (int i = 10; i < 60; i++) {
            api.ok("CreateActionTarget", "{'Id':'a" + i + "','Name':'n','Description':'d'}");
        }
        api.refused("CreateActionTarget", TICKET, 429, "LimitExceededException");
        var seen = new ArrayList<String>();
        String token = "";
        for (int page = 0; page < 3; page++) {
            JsonNode answer = api.ok("DescribeActionTargets", "{'MaxResults':20" + token + "}");
            answer.path("ActionTargets")
                    .forEach(target -> seen.add(target.path("ActionTargetArn").stringValue()));
            token = ",'NextToken':'" + answer.path("NextToken").asString("") + "'";
        }
        assertThat(token).isEqualTo(",'NextToken':''");
        assertThat(seen).hasSize(50).isSorted().doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ARN,
                NEIGHBORS,
                "Ticket1",
                "arn:aws:securityhub:eu-west-1:123456789012:action/custom/",
                "arn:aws:iot:eu-west-1:123456789012:action/custom/Ticket1"
            })
    void knowsNoActionThatIsNotThere(String arn) {
        String members = "{'ActionTargetArn':'" + arn + "'}";
        api.refused("UpdateActionTarget", members, 404, "ResourceNotFoundException");
        api.refused("DeleteActionTarget", members, 404, "ResourceNotFoundException");
        api.refused("DescribeActionTargets", "{'ActionTargetArns':['" + arn + "']}", 404, "ResourceNotFoundException");
    }

    @Test
    void answersNothingWithoutAHub() {
        api.in(AccountRegion.of("999999999999", "eu-west-1"));
        api.refused("CreateActionTarget", TICKET, 401, "InvalidAccessException");
        for (String operation : List.of("UpdateActionTarget", "DeleteActionTarget", "DescribeActionTargets")) {
            api.refused(operation, "{'ActionTargetArn':'" + NEIGHBORS + "'}", 401, "InvalidAccessException");
        }
    }

    private JsonNode describe(String members) {
        return api.ok("DescribeActionTargets", members).path("ActionTargets");
    }
}
