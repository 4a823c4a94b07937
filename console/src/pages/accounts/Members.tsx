// SPDX-License-Identifier: Apache-2.0
import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import StatusIndicator, { type StatusIndicatorProps } from "@cloudscape-design/components/status-indicator";
import { useState } from "react";
import { useList } from "../../api/operation";
import { ActionModal } from "../../ui/ActionModal";
import { Empty } from "../../ui/Empty";
import { ResourceTable } from "../../ui/ResourceTable";
import { Time } from "../../ui/Time";
import { type Member, toldOf, type UnprocessedAccounts } from "./types";

const statuses: Record<string, StatusIndicatorProps.Type> = {
  Enabled: "success",
  Invited: "in-progress",
  Created: "pending",
};

const changes = {
  invite: {
    operation: "InviteMembers",
    verb: "Invite",
    done: "Invited the accounts.",
    what: "They become members when they accept.",
  },
  disassociate: {
    operation: "DisassociateMembers",
    verb: "Disassociate",
    done: "Disassociated the accounts.",
    what: "Their findings are no longer seen here. Their hubs stay on.",
  },
  delete: {
    operation: "DeleteMembers",
    verb: "Delete",
    done: "Deleted the members.",
    what: "They are taken off the list.",
  },
} as const;

/** The accounts whose findings are seen here. */
export function Members() {
  const query = useList<Member>("securityhub", "ListMembers", "Members", {
    OnlyAssociated: false,
    MaxResults: 50,
  });
  const [adding, setAdding] = useState(false);
  const [asked, setAsked] = useState<{ change: keyof typeof changes; members: readonly Member[] }>();
  const change = asked && changes[asked.change];
  return (
    <>
      <ResourceTable<Member>
        title="Members"
        name="members"
        query={query}
        idOf={({ AccountId }) => AccountId}
        selection="multi"
        actions={members => (
          <>
            {(Object.keys(changes) as (keyof typeof changes)[]).map(name => (
              <Button
                key={name}
                disabled={members.length === 0}
                onClick={() => setAsked({ change: name, members })}
              >
                {changes[name].verb}
              </Button>
            ))}
            <Button variant="primary" onClick={() => setAdding(true)}>
              Add account
            </Button>
          </>
        )}
        empty={
          <Empty title="No members">
            Add accounts and invite them to see their findings together with yours.
          </Empty>
        }
        columns={[
          { id: "account", header: "Account", cell: one => one.AccountId, text: one => one.AccountId },
          { id: "email", header: "Email", cell: one => one.Email ?? "–", text: one => one.Email },
          {
            id: "status",
            header: "Status",
            cell: one => (
              <StatusIndicator type={statuses[one.MemberStatus] ?? "stopped"}>
                {one.MemberStatus}
              </StatusIndicator>
            ),
            text: one => one.MemberStatus,
          },
          {
            id: "invited",
            header: "Invited",
            cell: one => <Time at={one.InvitedAt} />,
            text: one => one.InvitedAt,
          },
          {
            id: "updated",
            header: "Changed",
            cell: one => <Time at={one.UpdatedAt} />,
            text: one => one.UpdatedAt,
          },
        ]}
      />
      {adding && <AddModal onClose={() => setAdding(false)} />}
      {asked && change && (
        <ActionModal<UnprocessedAccounts>
          title={`${change.verb} ${asked.members.map(({ AccountId }) => AccountId).join(", ")}`}
          action={change.verb}
          service="securityhub"
          operation={change.operation}
          input={{ AccountIds: asked.members.map(({ AccountId }) => AccountId) }}
          done={toldOf(change.done)}
          onClose={() => setAsked(undefined)}
        >
          {change.what}
        </ActionModal>
      )}
    </>
  );
}

function AddModal({ onClose }: { onClose: () => void }) {
  const [account, setAccount] = useState("");
  const [email, setEmail] = useState("");
  const isAccount = /^\d{12}$/.test(account.trim());
  return (
    <ActionModal<UnprocessedAccounts>
      title="Add account"
      action="Add"
      service="securityhub"
      operation="CreateMembers"
      input={{ AccountDetails: [{ AccountId: account.trim(), Email: email.trim() || undefined }] }}
      ready={isAccount}
      done={toldOf(`Added the account ${account.trim()}. Invite it now.`)}
      onClose={onClose}
    >
      <FormField label="Account" errorText={account === "" || isAccount ? undefined : "Twelve digits."}>
        <Input value={account} inputMode="numeric" onChange={({ detail }) => setAccount(detail.value)} />
      </FormField>
      <FormField label="Email">
        <Input value={email} onChange={({ detail }) => setEmail(detail.value)} />
      </FormField>
    </ActionModal>
  );
}
