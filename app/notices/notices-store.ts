// Short messages to the person: what was done and can be undone, what went wrong and what to do next.

import { create } from "zustand";
import type { Diagnostic } from "../../core/base/diagnostics.ts";
import { describeDiagnostic } from "../../core/base/wording.ts";

interface NoticeAction {
  readonly label: string;
  readonly run: () => void;
}

export interface Notice {
  readonly id: number;
  readonly tone: "info" | "success" | "error";
  readonly message: string;
  readonly help: string | null;
  readonly action: NoticeAction | null;
  /** What else can be done about it. */
  readonly alternative: NoticeAction | null;
  /** A newer notice with the same key takes this one's place. */
  readonly key: string | null;
}

interface NoticesState {
  readonly notices: readonly Notice[];
}

export const useNotices = create<NoticesState>(() => ({ notices: [] }));

const MAX_NOTICES = 4;
let lastId = 0;

export function notify(notice: Pick<Notice, "tone" | "message"> & Partial<Omit<Notice, "id">>): void {
  lastId += 1;
  const added: Notice = { help: null, action: null, alternative: null, key: null, ...notice, id: lastId };
  useNotices.setState(({ notices }) => {
    const others = notices.filter(({ key }) => key === null || key !== added.key);
    return { notices: [...others, added].slice(-MAX_NOTICES) };
  });
}

export function notifyDiagnostic(diagnostic: Diagnostic): void {
  const { message, help } = describeDiagnostic(diagnostic);
  notify({ tone: "error", message, help });
}

export function dismissNotice(id: number): void {
  useNotices.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }));
}
