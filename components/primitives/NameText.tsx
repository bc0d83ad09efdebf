// A name that is never cut in the middle of a segment: it wraps where its segments meet.
// Hyphens and underscores are seams as well, the last ones to be used.

import { Fragment } from "react";

import { nameSegments } from "./name-segments.ts";

export function NameText({ name }: { readonly name: string }) {
  return (
    <span>
      {nameSegments(name).map((segment) => (
        <Fragment key={segment.offset}>
          {segment.text}
          <wbr />
        </Fragment>
      ))}
    </span>
  );
}
