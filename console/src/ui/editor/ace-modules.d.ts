// SPDX-License-Identifier: Apache-2.0
declare module "ace-builds/src-noconflict/ace" {
  import type { config } from "ace-builds";

  const ace: { config: typeof config };
  export default ace;
}
declare module "ace-builds/src-noconflict/ext-language_tools";
declare module "ace-builds/src-noconflict/mode-json";
declare module "ace-builds/src-noconflict/theme-cloud_editor";
declare module "ace-builds/src-noconflict/theme-cloud_editor_dark";
