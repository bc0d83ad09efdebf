// The field for a draft, whatever its type. Fields that hold fields come back here.

import { unreachable } from "../../../core/base/assert.ts";
import { peelValue } from "../../../core/wit/types.ts";
import { BytesField } from "./BytesField.tsx";
import { ChoiceField } from "./ChoiceField.tsx";
import type { FieldProps } from "./field-props.ts";
import { FlagsField } from "./FlagsField.tsx";
import { GivenField, HandleField } from "./HandleField.tsx";
import { ListField } from "./ListField.tsx";
import { MapField } from "./MapField.tsx";
import { OptionField } from "./OptionField.tsx";
import { PartsField } from "./PartsField.tsx";
import { SwitchField } from "./SwitchField.tsx";
import { TextField } from "./TextField.tsx";

export function FieldEditor({ draft, ...props }: FieldProps) {
  switch (draft.kind) {
    case "switch":
      return <SwitchField {...props} draft={draft} />;
    case "text":
      return <TextField {...props} draft={draft} />;
    case "bytes":
      return <BytesField {...props} draft={draft} />;
    case "parts":
      return <PartsField {...props} draft={draft} Field={FieldEditor} />;
    case "choice":
      return peelValue(props.type).kind === "option" ? (
        <OptionField {...props} draft={draft} Field={FieldEditor} />
      ) : (
        <ChoiceField {...props} draft={draft} Field={FieldEditor} />
      );
    case "flags":
      return <FlagsField {...props} draft={draft} />;
    case "rows":
      return <ListField {...props} draft={draft} Field={FieldEditor} />;
    case "entries":
      return <MapField {...props} draft={draft} Field={FieldEditor} />;
    case "handle":
      return <HandleField {...props} draft={draft} />;
    case "given":
      return <GivenField {...props} draft={draft} />;
    default:
      return unreachable(draft);
  }
}
