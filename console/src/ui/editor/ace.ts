// SPDX-License-Identifier: Apache-2.0
import "ace-builds/css/ace.css";
import "ace-builds/css/theme/cloud_editor.css";
import "ace-builds/css/theme/cloud_editor_dark.css";
import ace from "ace-builds/src-noconflict/ace";
import "ace-builds/src-noconflict/ext-language_tools";
import "ace-builds/src-noconflict/mode-json";
import "ace-builds/src-noconflict/theme-cloud_editor";
import "ace-builds/src-noconflict/theme-cloud_editor_dark";
import jsonWorker from "ace-builds/src-noconflict/worker-json?url";

// The page's security policy allows neither styles that a script writes nor workers out of a blob.
ace.config.set("useStrictCSP", true);
ace.config.set("loadWorkerFromBlob", false);
ace.config.setDefaultValue("renderer", "showPrintMargin", false);
ace.config.setModuleUrl("ace/mode/json_worker", jsonWorker);

/** The editor's own library, which is large: import this file lazily. */
export { ace };
