// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.mitigation;

import io.fleetward.application.identity.AdministrativeAct;
import io.fleetward.application.identity.AdministrativeActs;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.mitigation.effect.Change;
import io.fleetward.policy.PolicyName;
import io.fleetward.registry.thing.ThingName;

/** Writes down what was changed: in the journal, and in the administrative log like every act of administration. */
final class ChangeRecords {
    /** No access key acts here: the role of the action does. */
    private static final String NO_KEY = "-";

    private final MitigationJournal journal;
    private final AdministrativeActs acts;

    ChangeRecords(MitigationJournal journal, AdministrativeActs acts) {
        this.journal = journal;
        this.acts = acts;
    }

    void add(Tx tx, JournalEntry entry) {
        journal.append(tx, entry);
        AccountRegion scope = entry.task().scope();
        acts.append(
                tx,
                new AdministrativeAct(
                        entry.at(),
                        scope,
                        entry.role(),
                        NO_KEY,
                        action(entry.change()),
                        resource(scope, entry.change()),
                        AdministrativeAct.SUCCESS,
                        NO_KEY,
                        "mitigation:" + entry.task().id()));
    }

    private static String action(Change change) {
        return switch (change) {
            case Change.CertificateStatusSet _ -> "iot:UpdateCertificate";
            case Change.CaStatusSet _ -> "iot:UpdateCACertificate";
            case Change.GroupsJoined _ -> "iot:AddThingToThingGroup";
            case Change.GroupsLeft _ -> "iot:RemoveThingFromThingGroup";
            case Change.PolicyVersionAdded _ -> "iot:CreatePolicyVersion";
            case Change.PolicyVersionRestored _ -> "iot:SetDefaultPolicyVersion";
            case Change.LoggingSet _ -> "iot:SetV2LoggingOptions";
            case Change.FindingPublished _ -> "sns:Publish";
        };
    }

    private static String resource(AccountRegion scope, Change change) {
        return switch (change) {
            case Change.CertificateStatusSet(var certificate, var _, var _) ->
                certificate.arn(scope).toString();
            case Change.CaStatusSet(var certificate, var _, var _) ->
                certificate.arn(scope).toString();
            case Change.GroupsJoined(ThingName thing, var _) -> thing.arn(scope).toString();
            case Change.GroupsLeft(ThingName thing, var _) -> thing.arn(scope).toString();
            case Change.PolicyVersionAdded(String policy, int _, int _) ->
                new PolicyName(policy).arn(scope).toString();
            case Change.PolicyVersionRestored(String policy, int _, int _) ->
                new PolicyName(policy).arn(scope).toString();
            case Change.LoggingSet _ -> "*";
            case Change.FindingPublished(String topicArn, String _) -> topicArn;
        };
    }
}
