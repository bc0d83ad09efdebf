// The bytes of a response → what can be shown of them, by their type.

import { useEffect, useMemo, useState } from "react";
import type { ResponseBody, ShownResponse } from "../../components/run/http-model.ts";
import { reasonOf } from "./http-status.ts";
import type { HttpAnswer } from "./call-record.ts";

const MAX_TEXT_BYTES = 256 * 1024;
const SAMPLE_BYTES = 4_096;

/** `answer` as it is shown; a picture's URL lives as long as it is. */
export function useShownResponse(answer: HttpAnswer): ShownResponse {
  const { status, headers, body, durationMs, state } = answer;
  const type = contentType(headers);
  const isPicture = type.startsWith("image/") && state === "whole";
  const url = usePictureUrl(isPicture ? body : null, type);
  const shown = useMemo(() => bodyOf(body, type), [body, type]);
  return {
    status,
    reason: reasonOf(status),
    headers,
    body: url === null ? shown : { kind: "image", url },
    byteLength: body.length,
    durationMs,
    state,
  };
}

function contentType(headers: HttpAnswer["headers"]): string {
  const value = headers.find(([name]) => name.toLowerCase() === "content-type")?.[1] ?? "";
  return value.split(";")[0]!.trim().toLowerCase();
}

function usePictureUrl(bytes: Uint8Array | null, type: string): string | null {
  const [shown, setShown] = useState<{ readonly bytes: Uint8Array; readonly url: string } | null>(null);
  useEffect(() => {
    if (!bytes) return undefined;
    const url = URL.createObjectURL(new Blob([bytes as BlobPart], { type }));
    const image = new Image();
    image.addEventListener("load", () => setShown({ bytes, url }));
    image.src = url;
    return () => URL.revokeObjectURL(url);
  }, [bytes, type]);
  return shown && shown.bytes === bytes ? shown.url : null;
}

function bodyOf(bytes: Uint8Array, type: string): ResponseBody {
  if (bytes.length === 0) return { kind: "empty" };
  if (bytes.subarray(0, SAMPLE_BYTES).includes(0)) return { kind: "binary" };
  const isCut = bytes.length > MAX_TEXT_BYTES;
  const text = new TextDecoder().decode(bytes.subarray(0, MAX_TEXT_BYTES));
  if (type === "text/html" && !isCut) return { kind: "page", html: text };
  const json = isCut ? null : indentedJson(text, type);
  return {
    kind: "text",
    text: json ?? text,
    language: json === null ? "text" : "json",
    cutAtBytes: isCut ? MAX_TEXT_BYTES : null,
  };
}

/** JSON with line breaks; null for what isn't. */
function indentedJson(text: string, type: string): string | null {
  if (!/[/+]json$/.test(type) && !/^\s*[{[]/.test(text)) return null;
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return null;
  }
}
