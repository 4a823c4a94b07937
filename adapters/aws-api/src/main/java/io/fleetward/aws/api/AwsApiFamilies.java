// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api;

import io.fleetward.aws.api.events.ApiDestinationOperations;
import io.fleetward.aws.api.events.ArchiveOperations;
import io.fleetward.aws.api.events.ConnectionOperations;
import io.fleetward.aws.api.events.EventBusOperations;
import io.fleetward.aws.api.events.EventTagOperations;
import io.fleetward.aws.api.events.PutEventsOperations;
import io.fleetward.aws.api.events.ReplayOperations;
import io.fleetward.aws.api.events.RuleOperations;
import io.fleetward.aws.api.events.TargetOperations;
import io.fleetward.aws.api.fleetward.AccessKeyOperations;
import io.fleetward.aws.api.fleetward.AuditReviewOperations;
import io.fleetward.aws.api.fleetward.AuthorizationTraceOperations;
import io.fleetward.aws.api.fleetward.BacktestOperations;
import io.fleetward.aws.api.fleetward.BehaviorModelOperations;
import io.fleetward.aws.api.fleetward.CertificateExpiryOperations;
import io.fleetward.aws.api.fleetward.ConnectionLogOperations;
import io.fleetward.aws.api.fleetward.ContinuousAuditOperations;
import io.fleetward.aws.api.fleetward.CorrelationRuleOperations;
import io.fleetward.aws.api.fleetward.CustomActionOperations;
import io.fleetward.aws.api.fleetward.CustomCheckOperations;
import io.fleetward.aws.api.fleetward.EventDeliveryOperations;
import io.fleetward.aws.api.fleetward.FindingChainOperations;
import io.fleetward.aws.api.fleetward.FindingExportOperations;
import io.fleetward.aws.api.fleetward.FindingImportOperations;
import io.fleetward.aws.api.fleetward.FindingSuppressionOperations;
import io.fleetward.aws.api.fleetward.FindingTrendOperations;
import io.fleetward.aws.api.fleetward.MitigationOperations;
import io.fleetward.aws.api.fleetward.NotificationChannelOperations;
import io.fleetward.aws.api.fleetward.PolicyCheckOperations;
import io.fleetward.aws.api.fleetward.PolicyComparisonOperations;
import io.fleetward.aws.api.fleetward.RuleApplicationOperations;
import io.fleetward.aws.api.fleetward.StandardScoreOperations;
import io.fleetward.aws.api.fleetward.UserOperations;
import io.fleetward.aws.api.fleetward.ViewOperations;
import io.fleetward.aws.api.fleetward.ViolationEvidenceOperations;
import io.fleetward.aws.api.iot.AuditConfigurationOperations;
import io.fleetward.aws.api.iot.AuditFindingOperations;
import io.fleetward.aws.api.iot.AuditMitigationOperations;
import io.fleetward.aws.api.iot.AuditSuppressionOperations;
import io.fleetward.aws.api.iot.AuditTaskOperations;
import io.fleetward.aws.api.iot.AuthorizationOperations;
import io.fleetward.aws.api.iot.CaCertificateOperations;
import io.fleetward.aws.api.iot.CertificateOperations;
import io.fleetward.aws.api.iot.CustomMetricOperations;
import io.fleetward.aws.api.iot.DetectMitigationOperations;
import io.fleetward.aws.api.iot.DimensionOperations;
import io.fleetward.aws.api.iot.DynamicGroupOperations;
import io.fleetward.aws.api.iot.EndpointOperations;
import io.fleetward.aws.api.iot.FleetIndexOperations;
import io.fleetward.aws.api.iot.LoggingOperations;
import io.fleetward.aws.api.iot.MetricValueOperations;
import io.fleetward.aws.api.iot.MitigationActionOperations;
import io.fleetward.aws.api.iot.PolicyAttachmentOperations;
import io.fleetward.aws.api.iot.PolicyOperations;
import io.fleetward.aws.api.iot.ProfileAttachmentOperations;
import io.fleetward.aws.api.iot.RoleAliasOperations;
import io.fleetward.aws.api.iot.ScheduledAuditOperations;
import io.fleetward.aws.api.iot.SecurityProfileOperations;
import io.fleetward.aws.api.iot.TagOperations;
import io.fleetward.aws.api.iot.ThingGroupMembershipOperations;
import io.fleetward.aws.api.iot.ThingGroupOperations;
import io.fleetward.aws.api.iot.ThingOperations;
import io.fleetward.aws.api.iot.ThingPrincipalOperations;
import io.fleetward.aws.api.iot.ThingTypeOperations;
import io.fleetward.aws.api.iot.TrainingSummaryOperations;
import io.fleetward.aws.api.iot.ViolationOperations;
import io.fleetward.aws.api.iotdata.PublishOperations;
import io.fleetward.aws.api.securityhub.ActionTargetOperations;
import io.fleetward.aws.api.securityhub.AggregatorOperations;
import io.fleetward.aws.api.securityhub.AssociationOperations;
import io.fleetward.aws.api.securityhub.AutomationRuleOperations;
import io.fleetward.aws.api.securityhub.ConfigurationPolicyOperations;
import io.fleetward.aws.api.securityhub.ControlOperations;
import io.fleetward.aws.api.securityhub.FindingOperations;
import io.fleetward.aws.api.securityhub.HubOperations;
import io.fleetward.aws.api.securityhub.InsightOperations;
import io.fleetward.aws.api.securityhub.InvitationOperations;
import io.fleetward.aws.api.securityhub.MemberOperations;
import io.fleetward.aws.api.securityhub.OrganizationOperations;
import io.fleetward.aws.api.securityhub.PolicyAssociationOperations;
import io.fleetward.aws.api.securityhub.ProductOperations;
import io.fleetward.aws.api.securityhub.StandardOperations;
import io.fleetward.aws.api.sns.SubscriptionOperations;
import io.fleetward.aws.api.sns.TopicOperations;
import io.fleetward.aws.api.sns.TopicPublishOperations;
import io.fleetward.aws.api.sts.CallerOperations;
import io.fleetward.aws.model.ServiceApi;
import java.util.List;

/**
 * The catalogue of all families of operations: what is built is what they override.
 *
 * <p>A new family adds its line here and is constructed in the server's assembly. The page {@code
 * docs/reference/operations.md} follows from this list.
 */
public final class AwsApiFamilies {
    /** Every family, in the order of the services. */
    public static final List<Class<? extends ServiceApi>> ALL = List.of(
            // iot
            ThingOperations.class,
            ThingPrincipalOperations.class,
            ThingTypeOperations.class,
            ThingGroupOperations.class,
            ThingGroupMembershipOperations.class,
            DynamicGroupOperations.class,
            FleetIndexOperations.class,
            CertificateOperations.class,
            CaCertificateOperations.class,
            RoleAliasOperations.class,
            EndpointOperations.class,
            LoggingOperations.class,
            TagOperations.class,
            PolicyOperations.class,
            PolicyAttachmentOperations.class,
            AuthorizationOperations.class,
            AuditConfigurationOperations.class,
            ScheduledAuditOperations.class,
            AuditTaskOperations.class,
            AuditFindingOperations.class,
            AuditSuppressionOperations.class,
            MitigationActionOperations.class,
            AuditMitigationOperations.class,
            SecurityProfileOperations.class,
            ProfileAttachmentOperations.class,
            CustomMetricOperations.class,
            DimensionOperations.class,
            ViolationOperations.class,
            TrainingSummaryOperations.class,
            MetricValueOperations.class,
            DetectMitigationOperations.class,
            // iot-data
            PublishOperations.class,
            // securityhub
            HubOperations.class,
            MemberOperations.class,
            InvitationOperations.class,
            OrganizationOperations.class,
            AggregatorOperations.class,
            ProductOperations.class,
            FindingOperations.class,
            AutomationRuleOperations.class,
            InsightOperations.class,
            ActionTargetOperations.class,
            StandardOperations.class,
            ControlOperations.class,
            AssociationOperations.class,
            ConfigurationPolicyOperations.class,
            PolicyAssociationOperations.class,
            // events
            EventBusOperations.class,
            RuleOperations.class,
            TargetOperations.class,
            PutEventsOperations.class,
            EventTagOperations.class,
            ConnectionOperations.class,
            ApiDestinationOperations.class,
            ArchiveOperations.class,
            ReplayOperations.class,
            // sns
            TopicOperations.class,
            SubscriptionOperations.class,
            TopicPublishOperations.class,
            // sts
            CallerOperations.class,
            // fleetward
            PolicyComparisonOperations.class,
            ViolationEvidenceOperations.class,
            BacktestOperations.class,
            BehaviorModelOperations.class,
            ContinuousAuditOperations.class,
            CustomCheckOperations.class,
            CustomActionOperations.class,
            AuditReviewOperations.class,
            ConnectionLogOperations.class,
            CertificateExpiryOperations.class,
            PolicyCheckOperations.class,
            AuthorizationTraceOperations.class,
            MitigationOperations.class,
            RuleApplicationOperations.class,
            FindingSuppressionOperations.class,
            CorrelationRuleOperations.class,
            FindingChainOperations.class,
            FindingImportOperations.class,
            FindingExportOperations.class,
            FindingTrendOperations.class,
            EventDeliveryOperations.class,
            StandardScoreOperations.class,
            NotificationChannelOperations.class,
            AccessKeyOperations.class,
            UserOperations.class,
            ViewOperations.class);

    private AwsApiFamilies() {}
}
