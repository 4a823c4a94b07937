// SPDX-License-Identifier: Apache-2.0
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useState } from "react";
import { useList, useOperation } from "../../api/operation";
import { ActionModal } from "../../ui/ActionModal";
import { Empty } from "../../ui/Empty";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { ResourceTable } from "../../ui/ResourceTable";
import { Time } from "../../ui/Time";
import { type Invitation, toldOf, type UnprocessedAccounts } from "./types";

/** Who administers this account, and who asks to. */
export function Administrator() {
  const current = useOperation<{ Administrator?: Invitation }>("securityhub", "GetAdministratorAccount");
  const invitations = useList<Invitation>("securityhub", "ListInvitations", "Invitations");
  const [asked, setAsked] = useState<{ what: "accept" | "decline"; invitation: Invitation } | "leave">();
  const close = () => setAsked(undefined);
  const administrator = current.data?.Administrator;
  return (
    <SpaceBetween size="l">
      <Container
        header={
          <Header
            variant="h2"
            actions={administrator && <Button onClick={() => setAsked("leave")}>Leave administrator</Button>}
          >
            Administrator
          </Header>
        }
      >
        {current.error ? (
          <ProblemAlert problem={current.error} retry={() => void current.refetch()} />
        ) : current.isPending ? (
          <StatusIndicator type="loading">Loading the administrator</StatusIndicator>
        ) : administrator ? (
          <KeyValuePairs
            columns={3}
            items={[
              { label: "Account", value: administrator.AccountId },
              { label: "Status", value: administrator.MemberStatus },
              { label: "Invited", value: <Time at={administrator.InvitedAt} /> },
            ]}
          />
        ) : (
          <Box color="text-body-secondary">No administrator: only this account sees its findings.</Box>
        )}
      </Container>
      <ResourceTable<Invitation>
        title="Invitations"
        name="invitations"
        query={invitations}
        idOf={({ InvitationId }) => InvitationId}
        selection="single"
        actions={([invitation]) => (
          <>
            <Button
              disabled={!invitation}
              onClick={() => invitation && setAsked({ what: "decline", invitation })}
            >
              Decline
            </Button>
            <Button
              disabled={!invitation}
              onClick={() => invitation && setAsked({ what: "accept", invitation })}
            >
              Accept
            </Button>
          </>
        )}
        empty={<Empty title="No invitations">An account that wants to see your findings invites you.</Empty>}
        columns={[
          { id: "account", header: "From account", cell: one => one.AccountId, text: one => one.AccountId },
          {
            id: "status",
            header: "Status",
            cell: one => one.MemberStatus ?? "–",
            text: one => one.MemberStatus,
          },
          {
            id: "invited",
            header: "Invited",
            cell: one => <Time at={one.InvitedAt} />,
            text: one => one.InvitedAt,
          },
        ]}
      />
      {asked === "leave" && (
        <ActionModal
          title="Leave the administrator"
          action="Leave"
          service="securityhub"
          operation="DisassociateFromAdministratorAccount"
          input={{}}
          done={() => "This account has no administrator any more."}
          onClose={close}
        >
          {administrator?.AccountId} no longer sees the findings of this account.
        </ActionModal>
      )}
      {typeof asked === "object" && asked.what === "accept" && (
        <ActionModal
          title={`Accept ${asked.invitation.AccountId}`}
          action="Accept"
          service="securityhub"
          operation="AcceptAdministratorInvitation"
          input={{ AdministratorId: asked.invitation.AccountId, InvitationId: asked.invitation.InvitationId }}
          done={() => `${asked.invitation.AccountId} is the administrator of this account.`}
          onClose={close}
        >
          {asked.invitation.AccountId} will see and change the findings of this account.
        </ActionModal>
      )}
      {typeof asked === "object" && asked.what === "decline" && (
        <ActionModal<UnprocessedAccounts>
          title={`Decline ${asked.invitation.AccountId}`}
          action="Decline"
          service="securityhub"
          operation="DeclineInvitations"
          input={{ AccountIds: [asked.invitation.AccountId] }}
          done={toldOf("Declined the invitation.")}
          onClose={close}
        >
          The invitation is gone; it can be sent again.
        </ActionModal>
      )}
    </SpaceBetween>
  );
}
