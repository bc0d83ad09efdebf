// Buttons, fields and choices.
// Each stands in every state that it can be given.

import {
  Columns2,
  FileCode,
  Layers,
  Play,
  Plus,
  Radio,
  Square,
  StepForward,
  Trash2,
  Undo2,
  Workflow,
} from "lucide-react";
import { useState } from "react";

import { Button, ButtonGroup } from "../../primitives/Button.tsx";
import { Checkbox } from "../../primitives/Checkbox.tsx";
import { IconButton } from "../../primitives/IconButton.tsx";
import { RadioCards } from "../../primitives/RadioCards.tsx";
import { SearchField } from "../../primitives/SearchField.tsx";
import { SegmentedControl } from "../../primitives/SegmentedControl.tsx";
import { Select } from "../../primitives/Select.tsx";
import { Switch } from "../../primitives/Switch.tsx";
import { TextField } from "../../primitives/TextField.tsx";
import { Specimen } from "./Page.tsx";

export function Controls() {
  return (
    <>
      <Buttons />
      <Fields />
      <Choices />
    </>
  );
}

function Buttons() {
  return (
    <Specimen title="Buttons" width={620}>
      <Button variant="primary" glyph={Play} shortcut="Ctrl ↵">
        Run
      </Button>
      <Button variant="attention" glyph={StepForward} shortcut="F8">
        Resume
      </Button>
      <Button>Secondary</Button>
      <Button variant="ghost">Ghost</Button>
      <Button variant="danger" glyph={Trash2}>
        Remove
      </Button>
      <ButtonGroup label="Serving">
        <Button glyph={Radio} glyphTone="run" pressed>
          Serving
        </Button>
        <Button glyph={Square}>Stop</Button>
      </ButtonGroup>
      <Button size="small" glyph={Plus}>
        Small
      </Button>
      <Button variant="primary" glyph={Play} disabledReason="No composition is open">
        Run
      </Button>
      <Button disabledReason="Nothing to stop">Stop</Button>
      <Button variant="ghost" disabledReason="Nothing here">
        Ghost
      </Button>
      <IconButton label="Undo moving store" glyph={Undo2} shortcut="Ctrl Z" />
      <IconButton label="Tidy layout" glyph={Layers} pressed />
      <IconButton label="Redo" glyph={Undo2} disabledReason="Nothing has been undone" />
      <IconButton size="regular" label="Regular" glyph={Layers} />
    </Specimen>
  );
}

function Fields() {
  const [search, setSearch] = useState("");
  const [name, setName] = useState("order-store");
  const [stream, setStream] = useState<"all" | "out" | "err">("all");
  return (
    <Specimen title="Fields" width={620}>
      <SearchField label="Search name, world, interface" shortcut="/" value={search} onChange={setSearch} />
      <SearchField kind="filter" size="small" label="Filter" value="gateway" onChange={setSearch} />
      <TextField label="Name" value={name} onChange={setName} hint="Lower-case words joined by hyphens" />
      <TextField label="Name" value="Order Store" onChange={setName} error="Use lower-case words joined by hyphens" />
      <TextField mono rows={2} label="Standard input" value="line one" onChange={setName} />
      <Select
        label="Stream"
        value={stream}
        onChange={setStream}
        options={[
          { value: "all", label: "All streams" },
          { value: "out", label: "stdout", detail: "what it prints" },
          { value: "err", label: "stderr", disabledReason: "Nothing was printed there" },
        ]}
      />
    </Specimen>
  );
}

function Choices() {
  const [on, setOn] = useState(true);
  const [view, setView] = useState<"graph" | "split" | "text">("graph");
  const [scope, setScope] = useState<"request" | "origin" | "any">("request");
  return (
    <Specimen title="Choices" width={620}>
      <SegmentedControl
        label="View"
        value={view}
        onChange={setView}
        segments={[
          { value: "graph", label: "Graph", glyph: Workflow },
          { value: "split", label: "Split", glyph: Columns2 },
          { value: "text", label: "Text", glyph: FileCode },
        ]}
      />
      <Switch label="On" checked={on} onChange={setOn} />
      <Switch label="Off" checked={!on} onChange={() => setOn(!on)} />
      <Switch label="Blocked" checked={false} onChange={setOn} disabledReason="Not available in a browser" />
      <Checkbox label="Carry the components inside" detail="One file" checked={on} onChange={setOn} />
      <Checkbox label="Off" checked={!on} onChange={() => setOn(!on)} />
      <Checkbox label="Blocked" checked={false} onChange={setOn} disabledReason="The world imports nothing" />
      <RadioCards
        label="Scope"
        value={scope}
        onChange={setScope}
        cards={[
          { value: "request", label: "This request", detail: "POST ledger.shop.example/v1/entries" },
          { value: "origin", label: "This origin", detail: "Every path of ledger.shop.example" },
          { value: "any", label: "Any origin", detail: "Everything", disabledReason: "Blocked by the document" },
        ]}
      />
    </Specimen>
  );
}
