// SPDX-License-Identifier: Apache-2.0
import Button from "@cloudscape-design/components/button";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useState } from "react";
import { useList } from "../../api/operation";
import { useSession } from "../../session/session";
import { ActionModal } from "../../ui/ActionModal";
import { Empty } from "../../ui/Empty";
import { ResourceTable } from "../../ui/ResourceTable";
import { Time } from "../../ui/Time";
import { OneTimePasswordModal } from "./OneTimePasswordModal";
import { roleTitle } from "./roles";
import type { User } from "./types";
import { UserModal } from "./UserModal";

type Doing = { what: "create" } | { what: "edit" | "reset" | "delete"; user: User };

/** The people who may sign in. */
export function UsersTab() {
  const { user: own } = useSession();
  const [doing, setDoing] = useState<Doing>();
  const [secret, setSecret] = useState<{ userName: string; password: string }>();
  const users = useList<User>("fleetward", "ListUsers", "users");
  const close = () => setDoing(undefined);
  const create = (
    <Button variant="primary" onClick={() => setDoing({ what: "create" })}>
      Create user
    </Button>
  );
  return (
    <>
      <ResourceTable<User>
        title="Users"
        name="users"
        query={users}
        idOf={user => user.userName}
        selection="single"
        actions={([user]) => (
          <>
            <Button
              disabled={!user || user.userName === own}
              onClick={() => user && setDoing({ what: "delete", user })}
            >
              Delete
            </Button>
            <Button disabled={!user} onClick={() => user && setDoing({ what: "reset", user })}>
              Reset password
            </Button>
            <Button disabled={!user} onClick={() => user && setDoing({ what: "edit", user })}>
              Edit
            </Button>
            {create}
          </>
        )}
        columns={[
          { id: "name", header: "User", cell: user => user.userName, text: user => user.userName },
          {
            id: "roles",
            header: "Roles",
            cell: user => user.roles.map(roleTitle).join(", ") || "None",
            text: user => user.roles.join(", "),
          },
          {
            id: "accounts",
            header: "Accounts",
            cell: user => (user.accounts[0] === "*" ? "Every account" : user.accounts.join(", ")),
            text: user => user.accounts.join(", "),
          },
          {
            id: "state",
            header: "State",
            cell: user => <State user={user} />,
            text: user => `${user.disabled}`,
          },
          {
            id: "last",
            header: "Last sign-in",
            cell: user => <Time at={user.lastSignInDate} />,
            text: user => user.lastSignInDate,
          },
        ]}
        empty={
          <Empty title="No users" action={create}>
            Users sign in to the console with a password and roles of their own.
          </Empty>
        }
      />
      {doing?.what === "create" && (
        <UserModal onClose={close} onPassword={(userName, password) => setSecret({ userName, password })} />
      )}
      {doing?.what === "edit" && <UserModal user={doing.user} onClose={close} />}
      {doing?.what === "reset" && (
        <ActionModal<{ oneTimePassword: string }>
          title={`Reset the password of ${doing.user.userName}`}
          action="Reset password"
          service="fleetward"
          operation="ResetUserPassword"
          input={{ userName: doing.user.userName }}
          done={() => `${doing.user.userName} has a new one-time password.`}
          onDone={({ oneTimePassword }) =>
            setSecret({ userName: doing.user.userName, password: oneTimePassword })
          }
          onClose={close}
        >
          All sessions of the user end, and the present password is worth nothing any more.
        </ActionModal>
      )}
      {doing?.what === "delete" && (
        <ActionModal
          title={`Delete ${doing.user.userName}`}
          action="Delete"
          service="fleetward"
          operation="DeleteUser"
          input={{ userName: doing.user.userName }}
          done={() => `User ${doing.user.userName} is deleted.`}
          onClose={close}
        >
          All sessions of the user end. This cannot be taken back.
        </ActionModal>
      )}
      {secret && <OneTimePasswordModal {...secret} onClose={() => setSecret(undefined)} />}
    </>
  );
}

function State({ user }: { user: User }) {
  if (user.disabled) return <StatusIndicator type="stopped">Disabled</StatusIndicator>;
  if (user.passwordChangeRequired) return <StatusIndicator type="pending">One-time password</StatusIndicator>;
  return <StatusIndicator type="success">Active</StatusIndicator>;
}
