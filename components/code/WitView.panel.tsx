// WIT in the real editor: read-only, folded, searched with Ctrl F. Loaded when someone first looks at WIT.
// None of the features it registers needs the editor's worker, so there is none.

import { editor, languages } from "monaco-editor/editor";
import { useEffect, useRef } from "react";

import "monaco-editor/features/bracketMatching/register";
import "monaco-editor/features/clipboard/register";
import "monaco-editor/features/codicon/register";
import "monaco-editor/features/find/register";
import "monaco-editor/features/folding/register";

import { followTheme } from "./editor-theme.ts";
import { WIT_CONFIGURATION, WIT_GRAMMAR, WIT_LANGUAGE_ID } from "./wit-language.ts";
import styles from "./WitView.module.css";
import type { WitViewProps } from "./WitView.tsx";

languages.register({ id: WIT_LANGUAGE_ID, extensions: [".wit"] });
languages.setLanguageConfiguration(WIT_LANGUAGE_ID, WIT_CONFIGURATION);
languages.setMonarchTokensProvider(WIT_LANGUAGE_ID, WIT_GRAMMAR);

const OPTIONS: editor.IStandaloneEditorConstructionOptions = {
  language: WIT_LANGUAGE_ID,
  readOnly: true,
  domReadOnly: true,
  automaticLayout: true,
  minimap: { enabled: false },
  fontSize: 11,
  lineHeight: 16,
  lineNumbersMinChars: 3,
  lineDecorationsWidth: 16,
  folding: true,
  showFoldingControls: "always",
  renderLineHighlight: "none",
  scrollBeyondLastLine: false,
  overviewRulerLanes: 0,
  hideCursorInOverviewRuler: true,
  occurrencesHighlight: "off",
  guides: { indentation: true },
  padding: { top: 8, bottom: 8 },
  wordWrap: "on",
  wrappingIndent: "indent",
  fixedOverflowWidgets: true,
  tabFocusMode: true,
  scrollbar: { verticalScrollbarSize: 8, horizontalScrollbarSize: 8, alwaysConsumeMouseWheel: false },
};

/** The editor itself; `WitView` shows a plain block until it is here. */
export default function WitEditor({ wit, label }: WitViewProps) {
  const place = useRef<HTMLDivElement>(null);
  const instance = useRef<editor.IStandaloneCodeEditor>(null);

  useEffect(() => {
    if (!place.current) return undefined;
    const fontFamily = getComputedStyle(place.current).fontFamily;
    const stopFollowing = followTheme(editor);
    const created = editor.create(place.current, { ...OPTIONS, fontFamily });
    instance.current = created;
    return () => {
      stopFollowing();
      created.getModel()?.dispose();
      created.dispose();
      instance.current = null;
    };
  }, []);
  useEffect(() => instance.current?.setValue(wit), [wit]);
  useEffect(() => instance.current?.updateOptions({ ariaLabel: label }), [label]);

  return <div ref={place} className={styles.editor} />;
}
