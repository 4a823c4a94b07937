// SPDX-License-Identifier: Apache-2.0
import Alert from "@cloudscape-design/components/alert";
import Button from "@cloudscape-design/components/button";
import Checkbox from "@cloudscape-design/components/checkbox";
import Container from "@cloudscape-design/components/container";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Input from "@cloudscape-design/components/input";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useState } from "react";
import { useList, useOperation } from "../../api/operation";
import { useScope } from "../../session/scope";
import { ActionModal } from "../../ui/ActionModal";
import { Empty } from "../../ui/Empty";
import { ProblemAlert } from "../../ui/ProblemAlert";
import { ResourceTable } from "../../ui/ResourceTable";
import { words } from "../findings/labels";
import type { OrganizationConfiguration } from "./types";

interface AdminAccount {
  AccountId: string;
  Status: string;
}

/** How accounts of the organization join, and which account administers them. */
export function Organization() {
  const { account } = useScope();
  const admins = useList<AdminAccount>("securityhub", "ListOrganizationAdminAccounts", "AdminAccounts");
  const isAdministrator = admins.data?.items.some(({ AccountId }) => AccountId === account);
  const configuration = useOperation<OrganizationConfiguration>(
    "securityhub",
    "DescribeOrganizationConfiguration",
    {},
    { enabled: isAdministrator === true },
  );
  const [asked, setAsked] = useState<"edit" | "enable" | { disable: AdminAccount }>();
  const close = () => setAsked(undefined);
  const { data } = configuration;
  const problem = admins.data ? configuration.error : admins.error;
  const isForOthers =
    isAdministrator === false || (!admins.data && problem?.code === "AccessDeniedException");
  return (
    <SpaceBetween size="l">
      <Container
        header={
          <Header variant="h2" actions={data && <Button onClick={() => setAsked("edit")}>Edit</Button>}>
            Configuration
          </Header>
        }
      >
        {isForOthers ? (
          <Alert type="info">Only the administrator of the organization sees its configuration.</Alert>
        ) : data ? (
          <KeyValuePairs
            columns={3}
            items={[
              {
                label: "New accounts",
                value: data.AutoEnable ? "Become members by themselves" : "Are added by hand",
              },
              {
                label: "Standards of new accounts",
                value: data.AutoEnableStandards === "DEFAULT" ? "The default ones" : "None",
              },
              {
                label: "Configuration",
                value: words(data.OrganizationConfiguration?.ConfigurationType) || "Local",
              },
            ]}
          />
        ) : problem ? (
          <ProblemAlert
            problem={problem}
            retry={() => void (admins.data ? configuration.refetch() : admins.refetch())}
          />
        ) : (
          <StatusIndicator type="loading">Loading the configuration</StatusIndicator>
        )}
      </Container>
      <ResourceTable<AdminAccount>
        title="Delegated administrators"
        name="admins"
        query={admins}
        idOf={({ AccountId }) => AccountId}
        selection="single"
        actions={([selected]) => (
          <>
            <Button disabled={!selected} onClick={() => selected && setAsked({ disable: selected })}>
              Remove
            </Button>
            <Button onClick={() => setAsked("enable")}>Name administrator</Button>
          </>
        )}
        empty={
          <Empty title="No delegated administrator">
            The management account of an organization names the account that administers the others.
          </Empty>
        }
        columns={[
          { id: "account", header: "Account", cell: one => one.AccountId, text: one => one.AccountId },
          { id: "status", header: "Status", cell: one => words(one.Status), text: one => one.Status },
        ]}
      />
      {asked === "edit" && data && <EditModal start={data} onClose={close} />}
      {asked === "enable" && <EnableModal onClose={close} />}
      {typeof asked === "object" && (
        <ActionModal
          title={`Remove ${asked.disable.AccountId}`}
          action="Remove"
          service="securityhub"
          operation="DisableOrganizationAdminAccount"
          input={{ AdminAccountId: asked.disable.AccountId }}
          done={() => `${asked.disable.AccountId} no longer administers the organization.`}
          onClose={close}
        >
          It no longer sees the findings of the organization's accounts.
        </ActionModal>
      )}
    </SpaceBetween>
  );
}

function EditModal({ start, onClose }: { start: OrganizationConfiguration; onClose: () => void }) {
  const [autoEnable, setAutoEnable] = useState(start.AutoEnable ?? false);
  const [standards, setStandards] = useState(start.AutoEnableStandards === "DEFAULT");
  return (
    <ActionModal
      title="Configuration of the organization"
      action="Save"
      service="securityhub"
      operation="UpdateOrganizationConfiguration"
      input={{ AutoEnable: autoEnable, AutoEnableStandards: standards ? "DEFAULT" : "NONE" }}
      done={() => "Saved the configuration of the organization."}
      onClose={onClose}
    >
      <Checkbox checked={autoEnable} onChange={({ detail }) => setAutoEnable(detail.checked)}>
        New accounts become members by themselves
      </Checkbox>
      <Checkbox checked={standards} onChange={({ detail }) => setStandards(detail.checked)}>
        They begin with the default standards
      </Checkbox>
    </ActionModal>
  );
}

function EnableModal({ onClose }: { onClose: () => void }) {
  const [account, setAccount] = useState("");
  const isAccount = /^\d{12}$/.test(account.trim());
  return (
    <ActionModal
      title="Name the administrator"
      action="Name administrator"
      service="securityhub"
      operation="EnableOrganizationAdminAccount"
      input={{ AdminAccountId: account.trim() }}
      ready={isAccount}
      done={() => `${account.trim()} administers the organization.`}
      onClose={onClose}
    >
      <FormField label="Account" errorText={account === "" || isAccount ? undefined : "Twelve digits."}>
        <Input value={account} inputMode="numeric" onChange={({ detail }) => setAccount(detail.value)} />
      </FormField>
    </ActionModal>
  );
}
