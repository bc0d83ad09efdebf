// A terminal whose program says each line again.

import { useState } from "react";

import { LineDiscipline } from "../../terminal/line-discipline.ts";
import { TerminalScreen } from "../../terminal/terminal-screen.ts";
import { TerminalView } from "../../terminal/TerminalView.tsx";
import { said } from "./actions.ts";

function echoing(): TerminalScreen {
  const line = new LineDiscipline();
  const screen = new TerminalScreen({
    onTyped(data) {
      const typed = line.type(data);
      void screen.write(typed.screen + typed.input.replaceAll(/.+\n/g, "You said: \x1b[32m$&\x1b[0m"));
    },
    onLeave: said("leave"),
  });
  void screen.write(
    "Say something: it is \x1b[1msaid again\x1b[0m, \x1b[31mcolours\x1b[0m and 三 wide 👍 characters too\r\n",
  );
  return screen;
}

export function TerminalSample() {
  const [screen] = useState(echoing);
  return (
    <TerminalView screen={screen} label="Terminal" isRead={false} wantsFocus={false} onFocused={said("focused")} />
  );
}
