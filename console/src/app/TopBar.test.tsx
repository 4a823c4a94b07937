// SPDX-License-Identifier: Apache-2.0
import { fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { showPage } from "../test/show";
import { chooseCompact, isCompact } from "./appearance";

afterEach(() => chooseCompact(false));

const Page = () => <p>Shown</p>;

it("lets people choose how dense pages are", async () => {
  showPage(Page, "overview", "overview", {});
  await screen.findByText("Shown");
  for (const button of screen.getAllByLabelText("Appearance")) fireEvent.click(button);
  fireEvent.click((await screen.findAllByText("Compact"))[0] as HTMLElement);
  await waitFor(() => expect(isCompact()).toBe(true));
  expect(document.querySelector(".awsui-compact-mode")).toBeTruthy();
});

it("goes to the region that is chosen", async () => {
  const { router } = showPage(Page, "overview", "overview", {});
  await screen.findByText("Shown");
  for (const button of screen.getAllByLabelText("Region us-east-1")) fireEvent.click(button);
  fireEvent.click((await screen.findAllByText("eu-central-1"))[0] as HTMLElement);
  await waitFor(() => expect(router.state.location.pathname).toMatch(/^\/000000000000\/eu-central-1\//));
});
