// SPDX-License-Identifier: Apache-2.0
import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { useList } from "../../api/operation";
import { Empty } from "../../ui/Empty";
import { Link } from "../../ui/Link";
import { Page } from "../../ui/Page";
import { ResourceTable } from "../../ui/ResourceTable";
import { useUrlState } from "../../ui/urlState";
import { CreateThingModal } from "./CreateThingModal";
import { DeleteThingModal } from "./DeleteThingModal";
import { FleetIndexProblem, useFleetSearch } from "./fleetIndex";
import type { Thing } from "./types";
import { attributesInWords, thingPath } from "./words";

/** All things, or those that a fleet query finds. */
export function DevicesPage() {
  const [query, setQuery] = useUrlState("query");
  const [typed, setTyped] = useState(query ?? "");
  const [creating, setCreating] = useState(false);
  const [deleting, setDeleting] = useState<string>();
  const listed = useList<Thing>(
    "iot",
    "ListThings",
    "things",
    { maxResults: 250 },
    { live: ["registry"], enabled: query === undefined },
  );
  const found = useFleetSearch(query ?? "");
  const create = (
    <Button variant="primary" onClick={() => setCreating(true)}>
      Create thing
    </Button>
  );
  return (
    <Page title="Devices" headless help={help}>
      <SpaceBetween size="m">
        <form
          onSubmit={event => {
            event.preventDefault();
            setQuery(typed.trim());
          }}
        >
          <FormField
            label="Fleet query"
            constraintText="For example attributes.site:berlin AND thingTypeName:pump, or thingName:pump-*. Searches the whole fleet."
            secondaryControl={
              <SpaceBetween direction="horizontal" size="xs">
                <Button formAction="submit">Search</Button>
                <Button
                  variant="link"
                  formAction="none"
                  disabled={query === undefined}
                  onClick={() => {
                    setTyped("");
                    setQuery(undefined);
                  }}
                >
                  Show all
                </Button>
              </SpaceBetween>
            }
          >
            <Input type="search" value={typed} onChange={({ detail }) => setTyped(detail.value)} />
          </FormField>
        </form>
        {query !== undefined && found.error ? (
          <FleetIndexProblem problem={found.error} />
        ) : (
          <ResourceTable<Thing>
            title="Things"
            name="things"
            headingLevel="h1"
            info
            description={query === undefined ? "The devices of the fleet." : `Found by ${query}`}
            query={query === undefined ? listed : found}
            idOf={thing => thing.thingName}
            selection="single"
            actions={([chosen]) => (
              <>
                <Button disabled={!chosen} onClick={() => setDeleting(chosen?.thingName)}>
                  Delete
                </Button>
                {create}
              </>
            )}
            columns={[
              {
                id: "name",
                header: "Name",
                cell: thing => <Link to={thingPath(thing.thingName)}>{thing.thingName}</Link>,
                text: thing => thing.thingName,
              },
              {
                id: "type",
                header: "Type",
                cell: thing => thing.thingTypeName ?? "–",
                text: thing => thing.thingTypeName,
              },
              {
                id: "attributes",
                header: "Attributes",
                cell: thing => attributesInWords(thing.attributes) || "–",
                text: thing => attributesInWords(thing.attributes),
              },
              {
                id: "groups",
                header: "Groups (with a query)",
                cell: thing => thing.thingGroupNames?.join(", ") ?? "–",
                text: thing => thing.thingGroupNames?.join(", "),
                hidden: true,
              },
            ]}
            empty={
              <Empty title="No things" action={query === undefined ? create : undefined}>
                {query === undefined
                  ? "A thing stands for a device: its attributes, groups and certificates. Create one, or start the server with the demo fleet."
                  : "The query finds no thing."}
              </Empty>
            }
          />
        )}
      </SpaceBetween>
      {creating && <CreateThingModal onClose={() => setCreating(false)} />}
      {deleting && <DeleteThingModal thingName={deleting} onClose={() => setDeleting(undefined)} />}
    </Page>
  );
}

const help = (
  <>
    <p>
      A thing stands for a device. It has attributes, a type, groups, and certificates by which the device
      proves who it is.
    </p>
    <p>
      A fleet query searches names, types, groups and attributes of all things. Terms are joined by AND and
      OR, * is a wildcard, NOT excludes.
    </p>
  </>
);
