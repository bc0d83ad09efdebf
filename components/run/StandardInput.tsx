// Where a command's standard input comes from: typed in the terminal while it runs, a text, or a file of the folder.

import { FileText, SquareTerminal, TextCursorInput, Upload } from "lucide-react";

import { Button } from "../primitives/Button.tsx";
import { type Segment, SegmentedControl } from "../primitives/SegmentedControl.tsx";
import { Select } from "../primitives/Select.tsx";
import { TextField } from "../primitives/TextField.tsx";
import styles from "./StandardInput.module.css";

export type InputSource = "terminal" | "text" | "file";

export interface StandardInputProps {
  readonly source: InputSource;
  readonly onSourceChange: (source: InputSource) => void;
  /** Why nothing can be typed while a command runs, or null. */
  readonly noTerminalReason: string | null;
  readonly text: string;
  readonly onTextChange: (text: string) => void;
  /** The path of the chosen file, which may be gone; empty for none. */
  readonly file: string;
  /** Paths in the folder. */
  readonly files: readonly string[];
  readonly onFileChange: (path: string) => void;
  /** Takes a file from the disk into the folder, and chooses it. */
  readonly onChooseFile: () => void;
}

const SEGMENTS: readonly Segment<InputSource>[] = [
  { value: "terminal", label: "Terminal", glyph: SquareTerminal },
  { value: "text", label: "Text", glyph: TextCursorInput },
  { value: "file", label: "File", glyph: FileText },
];

export function StandardInput(props: StandardInputProps) {
  const { source, onSourceChange, noTerminalReason } = props;
  return (
    <section className={styles.input}>
      <header className={styles.header}>
        <h4 className={styles.title}>Standard input</h4>
        <SegmentedControl
          label="Where standard input comes from"
          segments={noTerminalReason === null ? SEGMENTS : SEGMENTS.filter(({ value }) => value !== "terminal")}
          value={source}
          onChange={onSourceChange}
        />
      </header>
      <Source {...props} />
      {noTerminalReason === null ? null : <p className={styles.note}>{noTerminalReason}</p>}
    </section>
  );
}

function Source(props: StandardInputProps) {
  switch (props.source) {
    case "terminal":
      return (
        <p className={styles.note}>
          The command runs in the Terminal tab and finds a terminal there: type to it while it runs.
        </p>
      );
    case "text":
      return (
        <TextField
          mono
          labelHidden
          rows={3}
          label="Standard input"
          placeholder="What the command reads from stdin"
          value={props.text}
          onChange={props.onTextChange}
        />
      );
    case "file":
      return <FileChoice {...props} />;
  }
}

function FileChoice({ file, files, onFileChange, onChooseFile }: StandardInputProps) {
  const isGone = file !== "" && !files.includes(file);
  const listed = files.map((path) => ({ value: path, label: path }));
  const gone = { value: file, label: file, disabledReason: "It is not in the folder any more" };
  return (
    <div className={styles.file}>
      {listed.length === 0 && !isGone ? (
        <p className={styles.note}>The folder has no files yet.</p>
      ) : (
        <Select
          mono
          labelHidden
          label="File for standard input"
          placeholder="Choose a file of the folder"
          value={file}
          options={isGone ? [gone, ...listed] : listed}
          onChange={onFileChange}
        />
      )}
      <Button size="small" glyph={Upload} onClick={onChooseFile}>
        From disk
      </Button>
      {isGone ? (
        <p className={styles.error} role="alert">
          {file} is not in the folder any more
        </p>
      ) : null}
    </div>
  );
}
