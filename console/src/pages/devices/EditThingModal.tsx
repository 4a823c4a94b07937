// SPDX-License-Identifier: Apache-2.0
import { useState } from "react";
import { ActionModal } from "../../ui/ActionModal";
import { AttributesField } from "./AttributesField";
import type { ThingDetails } from "./types";
import { attributesOf, linesOf } from "./words";

export function EditThingModal({ thing, onClose }: { thing: ThingDetails; onClose: () => void }) {
  const [text, setText] = useState(linesOf(thing.attributes));
  const attributes = attributesOf(text);
  return (
    <ActionModal
      title={`Edit ${thing.thingName}`}
      action="Save"
      service="iot"
      operation="UpdateThing"
      input={{ thingName: thing.thingName, attributePayload: { attributes, merge: false } }}
      ready={attributes !== undefined}
      done={() => `Thing ${thing.thingName} is changed.`}
      onClose={onClose}
    >
      <AttributesField value={text} onChange={setText} />
    </ActionModal>
  );
}
