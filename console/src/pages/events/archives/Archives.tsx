// SPDX-License-Identifier: Apache-2.0
import Button from "@cloudscape-design/components/button";
import { useState } from "react";
import { useList } from "../../../api/operation";
import { ActionModal } from "../../../ui/ActionModal";
import { Empty } from "../../../ui/Empty";
import { ResourceTable } from "../../../ui/ResourceTable";
import { Time } from "../../../ui/Time";
import { nameOf } from "../targets";
import { busToken } from "../types";
import { ArchiveModal, EditArchiveModal } from "./ArchiveModal";
import { ReplayModal } from "./ReplayModal";
import type { Archive } from "./types";

type Asked = { what: "create" } | { what: "edit" | "delete" | "replay"; archive: Archive };

/** What is kept of which bus. */
export function Archives() {
  const query = useList<Archive>("events", "ListArchives", "Archives", {}, { token: busToken });
  const [asked, setAsked] = useState<Asked>();
  const close = () => setAsked(undefined);
  return (
    <>
      <ResourceTable<Archive>
        title="Archives"
        name="archives"
        query={query}
        idOf={({ ArchiveName }) => ArchiveName}
        selection="single"
        actions={([archive]) => (
          <>
            <Button disabled={!archive} onClick={() => archive && setAsked({ what: "delete", archive })}>
              Delete
            </Button>
            <Button disabled={!archive} onClick={() => archive && setAsked({ what: "edit", archive })}>
              Edit
            </Button>
            <Button disabled={!archive} onClick={() => archive && setAsked({ what: "replay", archive })}>
              Replay
            </Button>
            <Button variant="primary" onClick={() => setAsked({ what: "create" })}>
              Create archive
            </Button>
          </>
        )}
        empty={
          <Empty title="No archives">
            An archive keeps events, so that rules can be given them once more.
          </Empty>
        }
        columns={[
          { id: "name", header: "Name", cell: one => one.ArchiveName, text: one => one.ArchiveName },
          {
            id: "bus",
            header: "Event bus",
            cell: one => nameOf(one.EventSourceArn),
            text: one => one.EventSourceArn,
          },
          {
            id: "events",
            header: "Events",
            cell: one => (one.EventCount ?? 0).toLocaleString("en"),
            text: one => one.EventCount,
          },
          {
            id: "size",
            header: "Size",
            cell: one =>
              `${((one.SizeBytes ?? 0) / 1024).toLocaleString("en", { maximumFractionDigits: 0 })} kB`,
            text: one => one.SizeBytes,
          },
          {
            id: "days",
            header: "Kept for",
            cell: one => (one.RetentionDays ? `${one.RetentionDays} days` : "ever"),
            text: one => one.RetentionDays,
          },
          {
            id: "created",
            header: "Created",
            cell: one => <Time at={one.CreationTime} />,
            text: one => one.CreationTime,
          },
        ]}
      />
      {asked?.what === "create" && <ArchiveModal onClose={close} />}
      {asked?.what === "edit" && <EditArchiveModal name={asked.archive.ArchiveName} onClose={close} />}
      {asked?.what === "replay" && <ReplayModal archive={asked.archive} onClose={close} />}
      {asked?.what === "delete" && (
        <ActionModal
          title={`Delete ${asked.archive.ArchiveName}`}
          action="Delete"
          service="events"
          operation="DeleteArchive"
          input={{ ArchiveName: asked.archive.ArchiveName }}
          done={() => `Deleted the archive ${asked.archive.ArchiveName}.`}
          onClose={close}
        >
          The events that it keeps are deleted with it.
        </ActionModal>
      )}
    </>
  );
}
