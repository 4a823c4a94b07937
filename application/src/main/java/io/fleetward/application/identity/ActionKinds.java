// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.identity;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sorts AWS action names ({@code iot:CreateThing}) into {@link ActionKind}s: named exceptions first, then the verb.
 * What neither names falls to {@link ActionKind#ADMINISTER}.
 *
 * <p>An action is the IAM prefix and the operation: {@code iot} (also for the data plane), {@code securityhub}, {@code
 * events}, {@code sns}, {@code sts}, {@code fleetward}. Immutable.
 */
public final class ActionKinds {
    private static final Set<String> SERVICES = Set.of("iot", "securityhub", "events", "sns", "sts", "fleetward");

    private static final List<String> READING_VERBS =
            List.of("BatchGet", "Describe", "Get", "List", "Search", "Validate", "Check");

    /** Everyday configuration; a verb that is in neither list is left to administrators until somebody sorts it. */
    private static final List<String> OPERATING_VERBS = List.of(
            "Activate",
            "Add",
            "Apply",
            "Associate",
            "Attach",
            "BatchDelete",
            "BatchDisable",
            "BatchEnable",
            "BatchUpdate",
            "Cancel",
            "Clear",
            "Confirm",
            "Create",
            "Deactivate",
            "Deauthorize",
            "Delete",
            "Deprecate",
            "Detach",
            "Disable",
            "Disassociate",
            "Enable",
            "OptIn",
            "Put",
            "Register",
            "Rehearse",
            "Remove",
            "Replace",
            "Set",
            "Start",
            "Stop",
            "Subscribe",
            "Tag",
            "Undo",
            "Unsubscribe",
            "Untag",
            "Update",
            "Verify");

    /** Reading by another verb: they decide or match, and change nothing. */
    private static final Set<String> READING = Set.of(
            "iot:TestAuthorization",
            "events:TestEventPattern",
            "fleetward:BacktestSecurityProfile",
            "fleetward:ComparePolicies",
            "fleetward:ExportFindings",
            "fleetward:PreviewAutomationRule",
            "fleetward:PreviewCorrelationRule",
            "fleetward:TestAuditCheck",
            "fleetward:TraceAuthorization");

    /** What an analyst does with findings all day; suppressing an audit finding is the same act as suppressing it in the hub. */
    private static final Set<String> WORKING_FINDINGS = Set.of(
            "securityhub:BatchUpdateFindings",
            "securityhub:UpdateFindings",
            "securityhub:BatchUpdateFindingsV2",
            "securityhub:CreateInsight",
            "securityhub:UpdateInsight",
            "securityhub:DeleteInsight",
            "securityhub:CreateTicketV2",
            "fleetward:FireCustomAction",
            "iot:PutVerificationStateOnViolation",
            "fleetward:CreateFindingSuppression",
            "fleetward:DeleteFindingSuppression",
            "iot:CreateAuditSuppression",
            "iot:UpdateAuditSuppression",
            "iot:DeleteAuditSuppression");

    /** Payloads of devices and sources; the reading ones show what devices said, which looking at configuration does not. */
    private static final Set<String> DATA_PLANE = Set.of(
            "iot:Publish",
            "iot:Connect",
            "iot:Subscribe",
            "iot:Receive",
            "iot:RetainPublish",
            "iot:GetThingShadow",
            "iot:UpdateThingShadow",
            "iot:DeleteThingShadow",
            "iot:ListNamedShadowsForThing",
            "iot:GetRetainedMessage",
            "iot:ListRetainedMessages",
            "iot:DeleteConnection",
            "events:PutEvents",
            "events:PutPartnerEvents",
            "sns:Publish",
            "sns:PublishBatch",
            "securityhub:BatchImportFindings",
            "fleetward:ImportFindings");

    /** The acts of audits, apart from what they look for and who is told. */
    private static final Set<String> AUDITING = Set.of(
            "iot:StartOnDemandAuditTask",
            "iot:CancelAuditTask",
            "iot:CreateScheduledAudit",
            "iot:UpdateScheduledAudit",
            "iot:DeleteScheduledAudit");

    /** What a device is made of, somewhere in the name of an operation of the registry. */
    private static final List<String> PARTS_OF_DEVICES = List.of("Thing", "Certificate", "Policy");

    /** Everybody keeps his own views of pages, which are nobody's configuration. */
    private static final Set<String> OWN_AFFAIRS = Set.of("fleetward:PutView", "fleetward:DeleteView");

    /** Configuration whose verb hides that it hands out something a device can prove itself with, or has effects. */
    private static final Set<String> OPERATING =
            Set.of("fleetward:TestEventTarget", "iot:GetRegistrationCode", "iot:TestInvokeAuthorizer");

    /** Access itself: credentials, permissions granted to others, accounts joined, guards switched off with their data. */
    private static final Set<String> ADMINISTERING = Set.of(
            "sts:GetSessionToken",
            "sts:GetFederationToken",
            "sts:GetDelegatedAccessToken",
            "sts:GetWebIdentityToken",
            "iot:CreateRoleAlias",
            "iot:UpdateRoleAlias",
            "iot:DeleteRoleAlias",
            "iot:TransferCertificate",
            "iot:AcceptCertificateTransfer",
            "iot:RejectCertificateTransfer",
            "iot:CancelCertificateTransfer",
            "iot:DeleteAccountAuditConfiguration",
            "fleetward:UpdateContinuousAudit",
            "fleetward:CreateAccessKey",
            "fleetward:ListAccessKeys",
            "fleetward:DeleteAccessKey",
            "fleetward:CreateUser",
            "fleetward:ListUsers",
            "fleetward:UpdateUser",
            "fleetward:ResetUserPassword",
            "fleetward:DeleteUser",
            "securityhub:DisableSecurityHub",
            "securityhub:DisableSecurityHubV2",
            "securityhub:AcceptAdministratorInvitation",
            "securityhub:AcceptInvitation",
            "securityhub:DeclineInvitations",
            "securityhub:DeleteInvitations",
            "securityhub:CreateMembers",
            "securityhub:DeleteMembers",
            "securityhub:InviteMembers",
            "securityhub:DisassociateFromAdministratorAccount",
            "securityhub:DisassociateFromMasterAccount",
            "securityhub:DisassociateMembers",
            "securityhub:EnableOrganizationAdminAccount",
            "securityhub:DisableOrganizationAdminAccount",
            "securityhub:UpdateOrganizationConfiguration",
            "securityhub:CreateConfigurationPolicy",
            "securityhub:UpdateConfigurationPolicy",
            "securityhub:DeleteConfigurationPolicy",
            "securityhub:StartConfigurationPolicyAssociation",
            "securityhub:StartConfigurationPolicyDisassociation",
            "securityhub:CreateFindingAggregator",
            "securityhub:UpdateFindingAggregator",
            "securityhub:DeleteFindingAggregator",
            "securityhub:CreateAggregatorV2",
            "securityhub:UpdateAggregatorV2",
            "securityhub:DeleteAggregatorV2",
            "events:PutPermission",
            "events:RemovePermission",
            "sns:AddPermission",
            "sns:RemovePermission",
            "sns:PutDataProtectionPolicy");

    private ActionKinds() {}

    /** The kind of the action, or null when it is of no service we serve: nobody may do it. */
    public static @Nullable ActionKind of(String action) {
        if (!isServed(action)) {
            return null;
        }
        ActionKind sorted = sorted(action);
        return sorted == null ? ActionKind.ADMINISTER : sorted;
    }

    /** Whether the action's kind was decided, by its name or by its verb, and is not what is left over. */
    public static boolean isSorted(String action) {
        return isServed(action) && sorted(action) != null;
    }

    private static boolean isServed(String action) {
        int colon = action.indexOf(':');
        return colon >= 0 && SERVICES.contains(action.substring(0, colon));
    }

    private static @Nullable ActionKind sorted(String action) {
        if (ADMINISTERING.contains(action)) {
            return ActionKind.ADMINISTER;
        }
        if (DATA_PLANE.contains(action)) {
            return action.startsWith("iot:") ? ActionKind.TALK_TO_DEVICES : ActionKind.USE_DATA;
        }
        if (WORKING_FINDINGS.contains(action)) {
            return ActionKind.WORK_FINDINGS;
        }
        if (OPERATING.contains(action)) {
            return ActionKind.OPERATE;
        }
        return byVerb(action, action.substring(action.indexOf(':') + 1));
    }

    private static @Nullable ActionKind byVerb(String action, String operation) {
        if (READING.contains(action) || OWN_AFFAIRS.contains(action) || startsWithAny(operation, READING_VERBS)) {
            return ActionKind.READ;
        }
        // What else a token service does is to hand out credentials.
        boolean isOperating = !action.startsWith("sts:") && startsWithAny(operation, OPERATING_VERBS);
        return isOperating ? operating(action, operation) : null;
    }

    private static ActionKind operating(String action, String operation) {
        if (AUDITING.contains(action)) {
            return ActionKind.AUDIT;
        }
        boolean isOfDevices =
                action.startsWith("iot:") && PARTS_OF_DEVICES.stream().anyMatch(operation::contains);
        return isOfDevices ? ActionKind.MANAGE_DEVICES : ActionKind.OPERATE;
    }

    private static boolean startsWithAny(String operation, List<String> verbs) {
        return verbs.stream().anyMatch(operation::startsWith);
    }
}
