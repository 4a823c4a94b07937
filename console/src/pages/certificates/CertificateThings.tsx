// SPDX-License-Identifier: Apache-2.0
import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import { useState } from "react";
import { useList } from "../../api/operation";
import { ActionModal } from "../../ui/ActionModal";
import { Empty } from "../../ui/Empty";
import { Link } from "../../ui/Link";
import { ResourceTable } from "../../ui/ResourceTable";

/** The things that use a certificate; more than one is a fault that the audit finds. */
export function CertificateThings({ principal }: { principal: string }) {
  const [attaching, setAttaching] = useState(false);
  const [detaching, setDetaching] = useState<string>();
  const [thingName, setThing] = useState("");
  const things = useList<string>(
    "iot",
    "ListPrincipalThings",
    "things",
    { principal },
    { live: ["registry"] },
  );
  return (
    <>
      <ResourceTable<string>
        title="Things"
        name="things"
        query={things}
        idOf={thing => thing}
        selection="single"
        actions={([chosen]) => (
          <>
            <Button disabled={!chosen} onClick={() => setDetaching(chosen)}>
              Detach
            </Button>
            <Button onClick={() => setAttaching(true)}>Attach to thing</Button>
          </>
        )}
        columns={[
          {
            id: "name",
            header: "Thing",
            cell: thing => <Link to={`/devices/${encodeURIComponent(thing)}`}>{thing}</Link>,
            text: thing => thing,
          },
        ]}
        empty={<Empty title="No things">Attach the certificate to the thing whose device has the key.</Empty>}
      />
      {attaching && (
        <ActionModal
          title="Attach to a thing"
          action="Attach"
          service="iot"
          operation="AttachThingPrincipal"
          input={{ thingName, principal }}
          ready={thingName !== ""}
          done={() => `The certificate is attached to ${thingName}.`}
          onClose={() => setAttaching(false)}
        >
          <FormField label="Thing">
            <Input value={thingName} onChange={({ detail }) => setThing(detail.value)} autoFocus />
          </FormField>
        </ActionModal>
      )}
      {detaching && (
        <ActionModal
          title={`Detach from ${detaching}`}
          action="Detach"
          service="iot"
          operation="DetachThingPrincipal"
          input={{ thingName: detaching, principal }}
          done={() => `The certificate is detached from ${detaching}.`}
          onClose={() => setDetaching(undefined)}
        >
          The device may no longer connect as {detaching} where policies ask for an attached thing.
        </ActionModal>
      )}
    </>
  );
}
