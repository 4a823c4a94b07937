// SPDX-License-Identifier: Apache-2.0
import { applyDensity, applyMode, Density, Mode } from "@cloudscape-design/global-styles";

export type ModeChoice = "light" | "dark" | "system";

const modeKey = "fleetward.mode";
const densityKey = "fleetward.density";
const dark = () => window.matchMedia("(prefers-color-scheme: dark)");

export const chosenMode = (): ModeChoice => (localStorage.getItem(modeKey) as ModeChoice | null) ?? "system";
export const isCompact = (): boolean => localStorage.getItem(densityKey) === "compact";

export function chooseMode(mode: ModeChoice): void {
  localStorage.setItem(modeKey, mode);
  applyAppearance();
}

export function chooseCompact(compact: boolean): void {
  localStorage.setItem(densityKey, compact ? "compact" : "comfortable");
  applyAppearance();
}

/** Light, dark or what the system prefers; comfortable or compact: remembered in this browser. */
export function applyAppearance(): void {
  const mode = chosenMode();
  const isDark = mode === "dark" || (mode === "system" && dark().matches);
  applyMode(isDark ? Mode.Dark : Mode.Light);
  applyDensity(isCompact() ? Density.Compact : Density.Comfortable);
}

if (typeof window !== "undefined" && typeof window.matchMedia === "function") {
  dark().addEventListener("change", applyAppearance);
}
