// Interface name → what an instance imports for it. Shared resource types carry no authority of their own;
// the functions that hand resources out look at the instance's grants.

import * as cli from "./cli.ts";
import * as clocks from "./clocks.ts";
import { filesystemTypes, preopens } from "./filesystem/preopens.ts";
import { httpTypes, outgoingHandler } from "./http/outgoing-handler.ts";
import type { InstanceHost } from "./instance-host.ts";
import type { WasiInterfaceName } from "./interface-names.ts";
import { pollOn } from "./io/pollable.ts";
import * as random from "./random.ts";
import { ipNameLookup } from "./sockets/name-lookup.ts";
import { instanceNetwork, network } from "./sockets/network.ts";
import { tcp, tcpCreateSocket } from "./sockets/tcp-socket.ts";
import { udp, udpCreateSocket } from "./sockets/udp-socket.ts";

const FACTORIES: Readonly<Record<WasiInterfaceName, (host: InstanceHost) => object>> = {
  "wasi:io/error": ({ context }) => ({ Error: context.classes.IoError }),
  "wasi:io/poll": ({ context }) => ({ Pollable: context.classes.Pollable, poll: pollOn(context.thread) }),
  "wasi:io/streams": ({ context: { classes } }) => ({
    InputStream: classes.InputStream,
    OutputStream: classes.OutputStream,
  }),
  "wasi:clocks/monotonic-clock": clocks.monotonicClock,
  "wasi:clocks/wall-clock": clocks.wallClock,
  "wasi:clocks/timezone": clocks.timezone,
  "wasi:random/random": random.secureRandom,
  "wasi:random/insecure": random.insecureRandom,
  "wasi:random/insecure-seed": random.insecureSeed,
  "wasi:cli/environment": cli.environment,
  "wasi:cli/exit": cli.exit,
  "wasi:cli/stdin": cli.stdin,
  "wasi:cli/stdout": cli.stdout,
  "wasi:cli/stderr": cli.stderr,
  "wasi:cli/terminal-input": ({ context }) => ({ TerminalInput: context.classes.TerminalInput }),
  "wasi:cli/terminal-output": ({ context }) => ({ TerminalOutput: context.classes.TerminalOutput }),
  "wasi:cli/terminal-stdin": cli.terminalStdin,
  "wasi:cli/terminal-stdout": cli.terminalStdout,
  "wasi:cli/terminal-stderr": cli.terminalStderr,
  "wasi:filesystem/types": filesystemTypes,
  "wasi:filesystem/preopens": preopens,
  "wasi:http/types": httpTypes,
  "wasi:http/outgoing-handler": outgoingHandler,
  "wasi:sockets/network": network,
  "wasi:sockets/instance-network": instanceNetwork,
  "wasi:sockets/ip-name-lookup": ipNameLookup,
  "wasi:sockets/tcp": tcp,
  "wasi:sockets/tcp-create-socket": tcpCreateSocket,
  "wasi:sockets/udp": udp,
  "wasi:sockets/udp-create-socket": udpCreateSocket,
};

/** What `host` gives its instance for the interface, under the names that jco's generated code asks for. */
export function createInterface(name: WasiInterfaceName, host: InstanceHost): Readonly<Record<string, unknown>> {
  return { ...FACTORIES[name](host) };
}
