// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.securityhub;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.kernel.AccountRegion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class AggregatorOperationsTest {
    private static final AccountRegion ELSEWHERE = AccountRegion.of("123456789012", "us-east-1");
    private static final AccountRegion MEMBER = AccountRegion.of("222222222222", "eu-west-1");

    private final HubApi api = HubApi.enabled();

    @Test
    void createsChangesAndDeletesTheAggregator() {
        JsonNode made = api.ok("CreateFindingAggregator", "{'RegionLinkingMode':'ALL_REGIONS'}");
        String arn = made.path("FindingAggregatorArn").stringValue();
        assertThat(arn).matches("arn:aws:securityhub:eu-west-1:123456789012:finding-aggregator/[0-9a-f-]{36}");
        assertThat(made.path("FindingAggregationRegion").stringValue()).isEqualTo("eu-west-1");
        assertThat(made.path("RegionLinkingMode").stringValue()).isEqualTo("ALL_REGIONS");
        assertThat(made.has("Regions")).isFalse();
        assertThat(api.ok("GetFindingAggregator", named(arn, ""))).isEqualTo(made);
        JsonNode changed = api.ok(
                "UpdateFindingAggregator",
                named(arn, ",'RegionLinkingMode':'SPECIFIED_REGIONS','Regions':['us-west-2','us-east-1']"));
        assertThat(changed.path("Regions").toString()).isEqualTo("[\"us-east-1\",\"us-west-2\"]");
        assertThat(api.ok("GetFindingAggregator", named(arn, ""))).isEqualTo(changed);
        assertThat(api.ok("ListFindingAggregators", "{}").toString())
                .isEqualTo("{\"FindingAggregators\":[{\"FindingAggregatorArn\":\"" + arn + "\"}]}");
        assertThat(api.ok("DeleteFindingAggregator", named(arn, "")).isEmpty()).isTrue();
        api.refused("GetFindingAggregator", named(arn, ""), 404, "ResourceNotFoundException");
        assertThat(api.ok("ListFindingAggregators", "{}").path("FindingAggregators"))
                .isEmpty();
    }

    @Test
    void hasOneHome() {
        String arn = create();
        api.refused("CreateFindingAggregator", "{'RegionLinkingMode':'NO_REGIONS'}", 429, "LimitExceededException");
        api.in(ELSEWHERE).ok("EnableSecurityHub", "{}");
        api.refused("CreateFindingAggregator", "{'RegionLinkingMode':'NO_REGIONS'}", 429, "LimitExceededException");
        api.refused("GetFindingAggregator", named(arn, ""), 404, "ResourceNotFoundException");
        String update = named(arn, ",'RegionLinkingMode':'NO_REGIONS'");
        api.refused("UpdateFindingAggregator", update, 404, "ResourceNotFoundException");
        api.refused("DeleteFindingAggregator", named(arn, ""), 404, "ResourceNotFoundException");
        assertThat(api.ok("ListFindingAggregators", "{}").path("FindingAggregators"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'RegionLinkingMode':'SOME_REGIONS'",
                "'RegionLinkingMode':'ALL_REGIONS','Regions':['us-east-1']",
                "'RegionLinkingMode':'NO_REGIONS','Regions':['us-east-1']",
                "'RegionLinkingMode':'SPECIFIED_REGIONS'",
                "'RegionLinkingMode':'SPECIFIED_REGIONS','Regions':[]",
                "'RegionLinkingMode':'ALL_REGIONS_EXCEPT_SPECIFIED'",
                "'RegionLinkingMode':'SPECIFIED_REGIONS','Regions':['nowhere']",
                "'RegionLinkingMode':'SPECIFIED_REGIONS','Regions':['eu-west-1']"
            })
    void refusesWhatLinksNothingSensible(String members) {
        api.refused("CreateFindingAggregator", "{" + members + "}", 400, "InvalidInputException");
        String arn = create();
        api.refused("UpdateFindingAggregator", named(arn, "," + members), 400, "InvalidInputException");
    }

    @Test
    void isTheAdministratorsToManage() {
        api.in(MEMBER).ok("EnableSecurityHub", "{}");
        api.follow(HubApi.HOME, MEMBER);
        String arn = create();
        api.in(MEMBER);
        api.refused("CreateFindingAggregator", "{'RegionLinkingMode':'ALL_REGIONS'}", 403, "AccessDeniedException");
        api.refused("ListFindingAggregators", "{}", 403, "AccessDeniedException");
        api.refused("GetFindingAggregator", named(arn, ""), 403, "AccessDeniedException");
        api.refused("DeleteFindingAggregator", named(arn, ""), 403, "AccessDeniedException");
        String update = named(arn, ",'RegionLinkingMode':'NO_REGIONS'");
        api.refused("UpdateFindingAggregator", update, 403, "AccessDeniedException");
    }

    private String create() {
        return api.ok("CreateFindingAggregator", "{'RegionLinkingMode':'ALL_REGIONS'}")
                .path("FindingAggregatorArn")
                .stringValue();
    }

    private static String named(String arn, String members) {
        return "{'FindingAggregatorArn':'" + arn + "'" + members + "}";
    }
}
