// The frame of a previewed page. It keeps its origin, without which the service worker would not serve what the page is
// made of; it runs no scripts, opens no windows and leads nowhere but its own frame.

import styles from "./PreviewPanel.module.css";

export interface PreviewFrameProps {
  readonly url: string;
  /** It stays where it is meanwhile: what a form has sent is not sent again. */
  readonly isHidden: boolean;
  /** A page has come whole, by its address; null for a page of somebody else. */
  readonly onNavigated: (url: string | null) => void;
}

export function PreviewFrame({ url, isHidden, onNavigated }: PreviewFrameProps) {
  return (
    <iframe
      className={styles.frame}
      sandbox="allow-same-origin allow-forms"
      src={url}
      hidden={isHidden}
      title="The previewed page"
      onLoad={({ currentTarget }) => onNavigated(addressOf(currentTarget))}
    />
  );
}

/** Null where the frame shows a page of somebody else. */
function addressOf(frame: HTMLIFrameElement): string | null {
  try {
    return frame.contentWindow?.location.href ?? null;
  } catch {
    return null;
  }
}
