// SPDX-License-Identifier: Apache-2.0
import { Children, type ReactNode } from "react";

/** The children, texts that stand side by side as one paragraph: for what gives each child a line of its own. */
export function withParagraphs(children: ReactNode): ReactNode[] {
  const gathered: ReactNode[] = [];
  let text = "";
  const end = () => {
    if (text.trim() !== "") gathered.push(<div key={`text-${gathered.length}`}>{text}</div>);
    text = "";
  };
  for (const child of Children.toArray(children)) {
    if (typeof child === "string" || typeof child === "number") {
      text += child;
    } else {
      end();
      gathered.push(child);
    }
  }
  end();
  return gathered;
}
