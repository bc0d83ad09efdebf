// The notices at the edge of the page.

import { type ToastRow, Toasts } from "../../components/primitives/Toasts.tsx";
import { dismissNotice, type Notice, useNotices } from "./notices-store.ts";

export function NoticeList() {
  const notices = useNotices((state) => state.notices);
  return <Toasts toasts={notices.map(toastOf)} onDismiss={(id) => dismissNotice(Number(id))} />;
}

function toastOf({ id, tone, message, help, action, alternative }: Notice): ToastRow {
  return {
    id: String(id),
    tone,
    title: message.replaceAll("`", ""),
    detail: help?.replaceAll("`", ""),
    actions: [action, alternative].flatMap((each) => (each ? [{ label: each.label, onSelect: each.run }] : [])),
  };
}
