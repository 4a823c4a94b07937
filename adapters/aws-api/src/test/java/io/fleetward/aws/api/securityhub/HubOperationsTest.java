// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.securityhub;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.kernel.AccountRegion;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class HubOperationsTest {
    private static final String ARN = "arn:aws:securityhub:eu-west-1:123456789012:hub/default";
    private static final String OFF = "Account 123456789012 is not subscribed to AWS Security Hub";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    DescribeHub | {}
                    UpdateSecurityHubConfiguration | {'AutoEnableControls':false}
                    DisableSecurityHub | {}
                    DescribeProducts | {}
                    ListEnabledProductsForImport | {}
                    EnableImportFindingsForProduct | {'ProductArn':'arn:aws:securityhub:eu-west-1::product/aws/guardduty'}
                    DisableImportFindingsForProduct | {'ProductSubscriptionArn':'arn:aws:securityhub:eu-west-1:123456789012:product-subscription/aws/guardduty'}
                    DescribeStandards | {}
                    BatchEnableStandards | {'StandardsSubscriptionRequests':[{'StandardsArn':'a'}]}
                    BatchDisableStandards | {'StandardsSubscriptionArns':['a']}
                    GetEnabledStandards | {}
                    DescribeStandardsControls | {'StandardsSubscriptionArn':'a'}
                    UpdateStandardsControl | {'StandardsControlArn':'a','ControlStatus':'ENABLED'}
                    ListSecurityControlDefinitions | {}
                    GetSecurityControlDefinition | {'SecurityControlId':'IoT.1'}
                    BatchGetSecurityControls | {'SecurityControlIds':['IoT.1']}
                    UpdateSecurityControl | {'SecurityControlId':'IoT.1','Parameters':{}}
                    ListStandardsControlAssociations | {'SecurityControlId':'IoT.1'}
                    BatchGetStandardsControlAssociations | {'StandardsControlAssociationIds':[{'SecurityControlId':'a','StandardsArn':'b'}]}
                    BatchUpdateStandardsControlAssociations | {'StandardsControlAssociationUpdates':[{'SecurityControlId':'a','StandardsArn':'b','AssociationStatus':'ENABLED'}]}
                    GetFindings | {}
                    BatchImportFindings | {'Findings':[{}]}
                    BatchUpdateFindings | {'FindingIdentifiers':[{'Id':'a','ProductArn':'b'}],'Confidence':1}
                    GetFindingHistory | {'FindingIdentifier':{'Id':'a','ProductArn':'b'}}
                    """)
    void refusesEverythingWhileTheHubIsOff(String operation, String members) {
        assertThat(new HubApi()
                        .refused(operation, quoted(members), 401, "InvalidAccessException")
                        .message())
                .isEqualTo(OFF);
    }

    @Test
    void enablesAndDescribesTheHub() {
        var api = new HubApi();
        assertThat(api.ok("EnableSecurityHub", "{}").isEmpty()).isTrue();
        JsonNode hub = api.ok("DescribeHub", "{}");
        assertThat(hub.path("HubArn").stringValue()).isEqualTo(ARN);
        assertThat(hub.path("SubscribedAt").stringValue()).isEqualTo("2026-06-01T00:00:00.000Z");
        assertThat(hub.path("AutoEnableControls").booleanValue()).isTrue();
        assertThat(hub.path("ControlFindingGenerator").stringValue()).isEqualTo("SECURITY_CONTROL");
        assertThat(api.ok("DescribeHub", "{'HubArn':'" + ARN + "'}")).isEqualTo(hub);
        api.refused("DescribeHub", "{'HubArn':'" + ARN + "2'}", 404, "ResourceNotFoundException");
    }

    @Test
    void refusesToEnableTheHubTwice() {
        var answer = HubApi.enabled().refused("EnableSecurityHub", "{}", 409, "ResourceConflictException");
        assertThat(answer.message()).isEqualTo("Account is already subscribed to Security Hub");
    }

    @Test
    void changesOnlyTheSettingsThatAreGiven() {
        var api = HubApi.enabled();
        api.ok("UpdateSecurityHubConfiguration", "{'ControlFindingGenerator':'STANDARD_CONTROL'}");
        api.ok("UpdateSecurityHubConfiguration", "{'AutoEnableControls':false}");
        JsonNode hub = api.ok("DescribeHub", "{}");
        assertThat(hub.path("AutoEnableControls").booleanValue()).isFalse();
        assertThat(hub.path("ControlFindingGenerator").stringValue()).isEqualTo("STANDARD_CONTROL");
    }

    @Test
    void tagsTheHubWhileItIsOn() {
        var api = new HubApi();
        api.refused("ListTagsForResource", "{'ResourceArn':'" + ARN + "'}", 404, "ResourceNotFoundException");
        api.ok("EnableSecurityHub", "{'Tags':{'team':'iot','stage':'test'}}");
        api.ok("TagResource", "{'ResourceArn':'" + ARN + "','Tags':{'stage':'live','cost':'low'}}");
        api.ok("UntagResource", "{'ResourceArn':'" + ARN + "','TagKeys':['team']}");
        JsonNode tags =
                api.ok("ListTagsForResource", "{'ResourceArn':'" + ARN + "'}").path("Tags");
        assertThat(tags.propertyNames()).containsExactlyInAnyOrder("stage", "cost");
        assertThat(tags.path("stage").stringValue()).isEqualTo("live");
    }

    @Test
    void tagsNobodyElsesHub() {
        var api = HubApi.enabled().in(AccountRegion.of("999999999999", "eu-west-1"));
        api.ok("EnableSecurityHub", "{}");
        api.refused("TagResource", "{'ResourceArn':'" + ARN + "','Tags':{'a':'b'}}", 404, "ResourceNotFoundException");
        api.refused("ListTagsForResource", "{'ResourceArn':'" + ARN + "'}", 404, "ResourceNotFoundException");
    }

    @Test
    void keepsPartnerSubscriptionsAndFindingsOverTimeOff() {
        var api = HubApi.enabled();
        api.ok("EnableImportFindingsForProduct", product("prowler/prowler"));
        api.ok("EnableImportFindingsForProduct", product("aws/iot-device-defender-audit"));
        api.ok("DisableSecurityHub", "{}");
        api.ok("EnableSecurityHub", "{}");
        assertThat(subscriptions(api)).containsExactly("aws/securityhub", "prowler/prowler");
    }

    @Test
    void acceptsNoProductButItsOwnToBeginWith() {
        assertThat(subscriptions(HubApi.enabled())).containsExactly("aws/securityhub");
    }

    @Test
    void listsTheCatalogByPages() {
        var api = HubApi.enabled();
        JsonNode first = api.ok("DescribeProducts", "{'MaxResults':60}");
        JsonNode rest = api.ok(
                "DescribeProducts",
                "{'MaxResults':60,'NextToken':'" + first.path("NextToken").stringValue() + "'}");
        assertThat(first.path("Products").size()).isEqualTo(60);
        assertThat(first.path("Products").size() + rest.path("Products").size()).isEqualTo(94);
        assertThat(rest.has("NextToken")).isFalse();
        assertThat(first.path("Products").get(0).path("ProductArn").stringValue())
                .isEqualTo("arn:aws:securityhub:eu-west-1::product/aws/securityhub");
    }

    @Test
    void describesOneProduct() {
        String arn = "arn:aws:securityhub:eu-west-1::product/aws/iot-device-defender-audit";
        JsonNode product = HubApi.enabled()
                .ok("DescribeProducts", "{'ProductArn':'" + arn + "'}")
                .path("Products")
                .get(0);
        assertThat(product.path("ProductArn").stringValue()).isEqualTo(arn);
        assertThat(product.path("ProductName").stringValue()).isEqualTo("IoT Device Defender - Audit");
        assertThat(product.path("CompanyName").stringValue()).isEqualTo("AWS");
        assertThat(product.path("IntegrationTypes").toString()).isEqualTo("[\"SEND_FINDINGS_TO_SECURITY_HUB\"]");
        assertThat(product.path("ProductSubscriptionResourcePolicy").stringValue())
                .contains(
                        "arn:aws:securityhub:eu-west-1:123456789012:product-subscription/aws/iot-device-defender-audit");
    }

    @Test
    void acceptsAndRefusesProducts() {
        var api = HubApi.enabled();
        assertThat(api.ok("EnableImportFindingsForProduct", product("aws/iot-device-defender-audit"))
                        .path("ProductSubscriptionArn")
                        .stringValue())
                .isEqualTo(subscription("aws/iot-device-defender-audit"));
        api.refused(
                "EnableImportFindingsForProduct",
                product("aws/iot-device-defender-audit"),
                409,
                "ResourceConflictException");
        String members = "{'ProductSubscriptionArn':'" + subscription("aws/iot-device-defender-audit") + "'}";
        api.ok("DisableImportFindingsForProduct", members);
        api.refused("DisableImportFindingsForProduct", members, 404, "ResourceNotFoundException");
    }

    @Test
    void takesPartnersByEitherSpelling() {
        var api = HubApi.enabled();
        String numbered = "arn:aws:securityhub:eu-west-1:956882708938:product/sumologicinc/sumologic-mda";
        assertThat(api.ok("EnableImportFindingsForProduct", "{'ProductArn':'" + numbered + "'}")
                        .path("ProductSubscriptionArn")
                        .stringValue())
                .isEqualTo(subscription("sumologicinc/sumologic-mda"));
        api.refused(
                "EnableImportFindingsForProduct",
                product("sumologicinc/sumologic-mda"),
                409,
                "ResourceConflictException");
    }

    @Test
    void refusesProductsItDoesNotKnow() {
        var api = HubApi.enabled();
        for (String arn : List.of(
                "arn:aws:securityhub:eu-west-1::product/nobody/nothing",
                "arn:aws:securityhub:us-east-1::product/aws/guardduty",
                HubApi.OWN_PRODUCT,
                "guardduty")) {
            api.refused("EnableImportFindingsForProduct", "{'ProductArn':'" + arn + "'}", 400, "InvalidInputException");
        }
    }

    @Test
    void endsNobodyElsesSubscription() {
        var api = HubApi.enabled();
        api.ok("EnableImportFindingsForProduct", product("prowler/prowler"));
        api.in(AccountRegion.of("999999999999", "eu-west-1")).ok("EnableSecurityHub", "{}");
        api.refused(
                "DisableImportFindingsForProduct",
                "{'ProductSubscriptionArn':'" + subscription("prowler/prowler") + "'}",
                404,
                "ResourceNotFoundException");
        assertThat(subscriptions(api.in(HubApi.HOME))).contains("prowler/prowler");
    }

    private static List<String> subscriptions(HubApi api) {
        return api.ok("ListEnabledProductsForImport", "{}")
                .path("ProductSubscriptions")
                .valueStream()
                .map(arn -> arn.stringValue().split("product-subscription/", 2)[1])
                .toList();
    }

    private static String product(String tail) {
        return "{'ProductArn':'arn:aws:securityhub:eu-west-1::product/" + tail + "'}";
    }

    private static String subscription(String tail) {
        return "arn:aws:securityhub:eu-west-1:123456789012:product-subscription/" + tail;
    }

    private static String quoted(String members) {
        return members.startsWith("{") ? members : "{" + members + "}";
    }
}
