// SPDX-License-Identifier: Apache-2.0
import Checkbox from "@cloudscape-design/components/checkbox";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import Multiselect from "@cloudscape-design/components/multiselect";
import { useState } from "react";
import { useSession } from "../../session/session";
import { ActionModal } from "../../ui/ActionModal";
import { roles } from "./roles";
import type { User } from "./types";

const every = { value: "*", label: "Every account" };

interface UserModalProps {
  /** Who is changed; none: a user is created. */
  user?: User;
  onClose: () => void;
  onPassword?: (userName: string, oneTimePassword: string) => void;
}

export function UserModal({ user, onClose, onPassword }: UserModalProps) {
  const session = useSession();
  const [userName, setName] = useState(user?.userName ?? "");
  const [chosen, setChosen] = useState<readonly string[]>(user?.roles ?? ["read-only"]);
  const [accounts, setAccounts] = useState<readonly string[]>(user?.accounts ?? [session.account]);
  const [disabled, setDisabled] = useState(user?.disabled ?? false);
  const accountOptions = [every, ...session.accounts.map(({ id }) => ({ value: id, label: id }))];
  const optionOf = (id: string) =>
    accountOptions.find(({ value }) => value === id) ?? { value: id, label: id };
  return (
    <ActionModal<{ oneTimePassword?: string }>
      title={user ? `Edit ${user.userName}` : "Create user"}
      action={user ? "Save" : "Create user"}
      service="fleetward"
      operation={user ? "UpdateUser" : "CreateUser"}
      input={{ userName, roles: chosen, accounts, disabled }}
      ready={userName !== "" && accounts.length > 0}
      done={() => (user ? `User ${userName} is changed.` : `User ${userName} is created.`)}
      onDone={({ oneTimePassword }) => {
        if (oneTimePassword) onPassword?.(userName, oneTimePassword);
      }}
      onClose={onClose}
    >
      <FormField label="User name">
        <Input
          value={userName}
          onChange={({ detail }) => setName(detail.value)}
          disabled={user !== undefined}
          autoComplete={false}
        />
      </FormField>
      <FormField label="Roles">
        <Multiselect
          selectedOptions={roles.filter(({ value }) => chosen.includes(value))}
          options={roles}
          onChange={({ detail }) => setChosen(detail.selectedOptions.map(({ value }) => value ?? ""))}
          placeholder="Choose roles"
        />
      </FormField>
      <FormField label="Accounts" description="Where the roles hold.">
        <Multiselect
          selectedOptions={accounts.map(optionOf)}
          options={accountOptions}
          onChange={({ detail }) => {
            const ids = detail.selectedOptions.map(({ value }) => value ?? "");
            const addedEvery = ids.includes("*") && !accounts.includes("*");
            setAccounts(addedEvery ? ["*"] : ids.filter(id => id !== "*" || ids.length === 1));
          }}
          placeholder="Choose accounts"
        />
      </FormField>
      <Checkbox checked={disabled} onChange={({ detail }) => setDisabled(detail.checked)}>
        May not sign in
      </Checkbox>
    </ActionModal>
  );
}
