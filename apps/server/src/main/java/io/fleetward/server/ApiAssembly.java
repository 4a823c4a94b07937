// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

import io.fleetward.application.audit.AuditMetrics;
import io.fleetward.application.audit.PolicyVerdicts;
import io.fleetward.application.audit.SuppressionReviews;
import io.fleetward.application.chain.FindingChains;
import io.fleetward.application.hub.FindingExport;
import io.fleetward.application.mitigation.MitigationStore;
import io.fleetward.application.policy.AuthorizationSubjects;
import io.fleetward.application.policy.AuthorizationTraces;
import io.fleetward.application.policy.AuthorizationTrials;
import io.fleetward.application.policy.EffectivePolicies;
import io.fleetward.application.policy.PoliciesInForce;
import io.fleetward.application.policy.PolicyAttachmentRegistry;
import io.fleetward.application.policy.PolicyComparisons;
import io.fleetward.application.policy.PolicyLimits;
import io.fleetward.application.policy.PolicyRegistry;
import io.fleetward.application.registry.account.AccountLogging;
import io.fleetward.application.registry.account.Endpoints;
import io.fleetward.application.registry.certificate.CaRegistry;
import io.fleetward.application.registry.certificate.CertificateIssuing;
import io.fleetward.application.registry.certificate.CertificateRegistration;
import io.fleetward.application.registry.certificate.CertificateRegistry;
import io.fleetward.application.registry.index.DynamicGroupRegistry;
import io.fleetward.application.registry.index.FleetIndex;
import io.fleetward.application.registry.principal.PrincipalRegistry;
import io.fleetward.application.registry.role.RoleAliasRegistry;
import io.fleetward.application.registry.tag.TagRegistry;
import io.fleetward.application.registry.thing.ThingGroupMembership;
import io.fleetward.application.registry.thing.ThingGroupRegistry;
import io.fleetward.application.registry.thing.ThingRegistry;
import io.fleetward.application.registry.thing.ThingTypeRegistry;
import io.fleetward.application.view.ViewAdministration;
import io.fleetward.aws.api.ApiSurroundings;
import io.fleetward.aws.api.AwsApi;
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
import io.fleetward.aws.api.gateway.DeviceGateway;
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
import io.fleetward.aws.api.page.PageTokens;
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
import io.fleetward.aws.api.sign.SignatureVerifier;
import io.fleetward.aws.api.sns.LinkAuthenticator;
import io.fleetward.aws.api.sns.SubscriptionOperations;
import io.fleetward.aws.api.sns.TopicOperations;
import io.fleetward.aws.api.sns.TopicPublishOperations;
import io.fleetward.aws.api.sts.CallerOperations;
import io.fleetward.aws.model.ServiceApi;
import io.fleetward.store.events.JdbcToldFindings;
import io.fleetward.store.mitigation.JdbcMitigationStore;
import io.fleetward.store.view.JdbcSavedViews;
import java.util.ArrayList;
import java.util.List;

/** The AWS API: every family of operations with the use cases it translates to. */
final class ApiAssembly {
    private final Parts parts;
    private final PageTokens tokens;
    private final SignatureVerifier verifier;
    private final List<ServiceApi> families = new ArrayList<>();

    /** What the families are made from. */
    record Parts(
            Settings settings,
            Foundation foundation,
            StoreAssembly store,
            IdentityAssembly identity,
            UserAssembly users,
            PkiAssembly pki,
            RegistryAssembly registry,
            HubAssembly hub,
            StandardAssembly standards,
            NotificationAssembly notifications,
            EventAssembly events,
            AuditAssembly audit,
            DetectAssembly detect,
            MitigationAssembly mitigation,
            BrokerAssembly broker) {}

    private ApiAssembly(Parts parts) {
        this.parts = parts;
        this.tokens = new PageTokens(parts.identity().cipher().keyFor("page tokens"));
        this.verifier = new SignatureVerifier(
                parts.identity().credentials(), parts.foundation().clock());
    }

    static ApiAssembly of(Parts parts) {
        var assembly = new ApiAssembly(parts);
        assembly.registry();
        assembly.audit();
        assembly.detect();
        assembly.mitigation();
        assembly.hub();
        assembly.events();
        assembly.others();
        return assembly;
    }

    /** The engine with all families behind it. */
    AwsApi api() {
        var surroundings = new ApiSurroundings(
                parts.foundation().clock(),
                parts.identity().log(),
                parts.foundation().requestIds());
        var links = new LinkAuthenticator(verifier, parts.notifications().tokens());
        return new AwsApi(families, links, surroundings);
    }

    /** Who signed a request for MQTT over WebSocket. */
    DeviceGateway gateway() {
        return new DeviceGateway(verifier, parts.foundation().requestIds());
    }

    /** The family of this class, for callers within the process. */
    <T extends ServiceApi> T family(Class<T> type) {
        return families.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    private void registry() {
        RegistryAssembly registry = parts.registry();
        var types = new ThingTypeRegistry(
                registry.runtime(), registry.things(), registry.resourceTags(), ThingTypeRegistry.DELETION_DELAY);
        var groups = new ThingGroupRegistry(registry.runtime(), registry.things(), registry.groupWriter());
        var authorities =
                new CaRegistry(registry.runtime(), registry.certificates(), registry.parser(), registry.resourceTags());
        var policies =
                new PolicyRegistry(registry.runtime(), registry.policies(), registry.resourceTags(), PolicyLimits.AWS);
        var roleAliases = new RoleAliasRegistry(registry.runtime(), registry.roleAliases(), registry.resourceTags());
        families.add(new ThingOperations(new ThingRegistry(registry.runtime(), registry.things()), tokens));
        families.add(new ThingTypeOperations(types, tokens));
        families.add(new ThingGroupOperations(groups, tokens));
        families.add(new ThingGroupMembershipOperations(
                new ThingGroupMembership(registry.runtime(), registry.things()), tokens));
        families.add(new DynamicGroupOperations(new DynamicGroupRegistry(
                registry.runtime(),
                registry.things(),
                registry.indexing(),
                registry.groupWriter(),
                registry.builds())));
        families.add(new FleetIndexOperations(
                new FleetIndex(registry.runtime().transactions(), registry.things(), registry.indexing()), tokens));
        families.add(new ThingPrincipalOperations(
                new PrincipalRegistry(
                        registry.runtime(),
                        registry.things(),
                        registry.certificates().certificates()),
                tokens));
        var certificates = new CertificateRegistry(registry.runtime(), registry.certificates());
        families.add(certificates(registry, certificates));
        families.add(new CertificateExpiryOperations(certificates, tokens));
        families.add(new CaCertificateOperations(authorities, tokens));
        policies(registry, policies);
        families.add(new RoleAliasOperations(roleAliases, tokens));
        families.add(new EndpointOperations(new Endpoints(parts.settings().host())));
        families.add(new LoggingOperations(new AccountLogging(registry.runtime(), registry.logging())));
        families.add(new TagOperations(
                new TagRegistry(
                        registry.runtime().transactions(),
                        registry.resourceTags(),
                        List.of(
                                types,
                                groups,
                                authorities,
                                policies,
                                roleAliases,
                                parts.audit().schedules(),
                                parts.mitigation().actions(),
                                parts.detect().profiles(),
                                parts.detect().customMetrics(),
                                parts.detect().dimensions())),
                tokens));
    }

    private CertificateOperations certificates(RegistryAssembly registry, CertificateRegistry certificates) {
        return new CertificateOperations(
                new CertificateIssuing(
                        registry.runtime(),
                        registry.certificates().certificates(),
                        parts.pki().authority()),
                new CertificateRegistration(registry.runtime(), registry.certificates(), registry.parser()),
                certificates,
                tokens);
    }

    private void policies(RegistryAssembly registry, PolicyRegistry policies) {
        families.add(new PolicyOperations(policies, tokens));
        families.add(new PolicyAttachmentOperations(
                new PolicyAttachmentRegistry(
                        registry.runtime(), registry.policies(), registry.policyTargets(), PolicyLimits.AWS),
                tokens));
        var subjects =
                new AuthorizationSubjects(registry.policies(), registry.devicePrincipals(), registry.documents());
        families.add(new AuthorizationOperations(
                new AuthorizationTrials(registry.runtime(), subjects),
                new EffectivePolicies(
                        registry.runtime().transactions(),
                        registry.policyTargets(),
                        registry.things(),
                        registry.policies().attachments())));
        families.add(new AuthorizationTraceOperations(new AuthorizationTraces(
                registry.runtime(),
                subjects,
                new PoliciesInForce(
                        registry.policies().attachments(), registry.things().members()))));
    }

    private void audit() {
        AuditAssembly audit = parts.audit();
        families.add(new AuditConfigurationOperations(audit.settings()));
        families.add(new ScheduledAuditOperations(audit.schedules(), tokens));
        families.add(new AuditSuppressionOperations(audit.suppressions(), tokens));
        families.add(new AuditTaskOperations(audit.audits(), tokens));
        families.add(new AuditFindingOperations(audit.findings(), tokens));
        families.add(new ContinuousAuditOperations(audit.continuous()));
        families.add(new CustomCheckOperations(audit.custom(), tokens));
        families.add(new AuditReviewOperations(
                new SuppressionReviews(audit.store(), parts.foundation().clock()),
                new AuditMetrics(audit.store(), parts.foundation().clock()),
                tokens));
        families.add(new ConnectionLogOperations(audit.connectionLog(), tokens));
        families.add(new PolicyCheckOperations(new PolicyVerdicts(PolicyLimits.AWS)));
        families.add(new PolicyComparisonOperations(new PolicyComparisons(PolicyLimits.AWS)));
    }

    private void detect() {
        DetectAssembly detect = parts.detect();
        families.add(new SecurityProfileOperations(detect.profiles(), tokens));
        families.add(new ProfileAttachmentOperations(detect.attachments(), tokens));
        families.add(new CustomMetricOperations(detect.customMetrics(), tokens));
        families.add(new DimensionOperations(detect.dimensions(), tokens));
        families.add(new ViolationOperations(detect.review(), tokens));
        families.add(new TrainingSummaryOperations(detect.learning().summaries(), tokens));
        families.add(new MetricValueOperations(detect.history(), tokens));
        families.add(new ViolationEvidenceOperations(detect.review()));
        families.add(new BehaviorModelOperations(detect.learning().summaries()));
        families.add(
                new BacktestOperations(detect.backtests(), parts.foundation().clock()));
    }

    private void mitigation() {
        MitigationAssembly mitigation = parts.mitigation();
        families.add(new MitigationActionOperations(mitigation.actions(), tokens));
        families.add(new AuditMitigationOperations(mitigation.mitigations(), tokens));
        families.add(new DetectMitigationOperations(mitigation.mitigations(), tokens));
        families.add(
                new MitigationOperations(mitigation.mitigations(), mitigation.rehearsal(), mitigation.undo(), tokens));
    }

    private FindingChains chains(CorrelationAssembly correlations) {
        MitigationStore mitigation = JdbcMitigationStore.of(parts.store().state());
        var sources = new FindingChains.Sources(
                correlations.stores().correlations(),
                parts.detect().stores().violations(),
                parts.audit().store().findings(),
                mitigation.tasks(),
                mitigation.executions(),
                new JdbcToldFindings());
        return new FindingChains(parts.store().state(), parts.hub().stores(), sources);
    }

    private void hub() {
        HubAssembly hub = parts.hub();
        families.add(new HubOperations(hub.administration()));
        families.add(new ProductOperations(hub.integrations(), tokens));
        families.add(new FindingOperations(hub.imports(), hub.updates(), hub.queries(), tokens));
        families.add(new AutomationRuleOperations(hub.rules(), tokens));
        families.add(new RuleApplicationOperations(hub.trials(), hub.applications(), tokens));
        families.add(new FindingSuppressionOperations(hub.suppressions(), tokens));
        CorrelationAssembly correlations = hub.correlations();
        families.add(new CorrelationRuleOperations(correlations.rules(), correlations.trials(), tokens));
        families.add(new FindingChainOperations(chains(correlations)));
        families.add(new InsightOperations(hub.insights(), tokens));
        families.add(new FindingTrendOperations(hub.trend()));
        families.add(new ActionTargetOperations(hub.actions(), tokens));
        families.add(new CustomActionOperations(hub.firing()));
        families.add(new FindingExportOperations(new FindingExport(hub.queries()), tokens));
        families.add(new FindingImportOperations(hub.importer(), hub.importUndo(), tokens));
        families.add(new MemberOperations(hub.members(), tokens));
        families.add(new InvitationOperations(hub.invitations(), tokens));
        families.add(new OrganizationOperations(hub.organization(), tokens));
        families.add(new AggregatorOperations(hub.aggregation(), tokens));
        StandardAssembly standards = parts.standards();
        families.add(new StandardOperations(standards.standards(), tokens));
        families.add(new ControlOperations(standards.controls(), tokens));
        families.add(new AssociationOperations(standards.associations(), tokens));
        families.add(new StandardScoreOperations(standards.scores()));
        families.add(new ConfigurationPolicyOperations(standards.policies(), tokens));
        families.add(new PolicyAssociationOperations(standards.policyAssociations(), tokens));
    }

    private void events() {
        EventAssembly events = parts.events();
        families.add(new EventBusOperations(events.buses(), tokens));
        families.add(new RuleOperations(events.rules(), tokens));
        families.add(new TargetOperations(events.targets(), tokens));
        families.add(new PutEventsOperations(events.publishing()));
        families.add(new EventTagOperations(events.tags()));
        families.add(new ConnectionOperations(events.connections(), tokens));
        families.add(new ApiDestinationOperations(events.destinations(), tokens));
        families.add(new ArchiveOperations(events.archives().archives(), tokens));
        families.add(new ReplayOperations(events.archives().replays(), tokens));
        families.add(new EventDeliveryOperations(events.trials(), tokens));
        families.add(new NotificationChannelOperations(events.channels(), tokens));
    }

    private void others() {
        families.add(
                new PublishOperations(parts.broker().broker(), parts.broker().limits()));
        NotificationAssembly notifications = parts.notifications();
        families.add(new TopicOperations(notifications.topics(), tokens));
        families.add(new SubscriptionOperations(notifications.subscriptions(), tokens));
        families.add(new TopicPublishOperations(notifications.publishing()));
        families.add(new CallerOperations());
        families.add(new AccessKeyOperations(parts.identity().administration(), tokens));
        families.add(new UserOperations(parts.users().administration(), tokens));
        families.add(new ViewOperations(new ViewAdministration(parts.store().state(), new JdbcSavedViews())));
    }
}
