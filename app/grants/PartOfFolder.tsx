// Gives an instance a part of the folder, under a path of its own, to be read or written as well.

import { useState } from "react";
import { FolderPartForm } from "../../components/inspector/FolderPartForm.tsx";
import { Button } from "../../components/primitives/Button.tsx";
import { isFolderPart, isPreopenPath, preopenGrant } from "../../core/graph/preopen-grants.ts";
import { giveGrants } from "./grant-actions.ts";

export function PartOfFolder({ instance }: { readonly instance: string }) {
  const [isOpen, setOpen] = useState(false);
  if (!isOpen) {
    return (
      <Button size="small" variant="ghost" onClick={() => setOpen(true)}>
        Give a part of the folder…
      </Button>
    );
  }
  return (
    <FolderPartForm
      pathError={(path) => (isPreopenPath(path) ? null : "An absolute path, such as /data")}
      partError={(part) => (isFolderPart(part) ? null : "A path inside the folder, such as images/small")}
      onGive={(preopen) => {
        giveGrants(instance, [preopenGrant(preopen)]);
        setOpen(false);
      }}
      onCancel={() => setOpen(false)}
    />
  );
}
