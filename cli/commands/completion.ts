// `witloom completion bash|zsh|fish`: a script that completes commands, options and files in a shell.

import type { Command } from "../command.ts";
import { EXIT, Misuse } from "../exit-status.ts";
import { printResult } from "../terminal.ts";

/** The command that completes `commands` and itself. */
export function completionFor(commands: readonly Command[]): Command {
  const completion: Command = {
    name: "completion",
    summary: "Print a script for completing commands in a shell",
    usage: "bash|zsh|fish",
    help: `  bash, in ~/.bashrc:
    source <(witloom completion bash)
  zsh, in a folder of $fpath:
    witloom completion zsh > ~/.zsh/completions/_witloom
  fish:
    witloom completion fish > ~/.config/fish/completions/witloom.fish`,
    options: {},
    run: async ([shell, ...rest]) => {
      const write = SCRIPTS[shell ?? ""];
      if (!write || rest.length > 0) throw new Misuse("completion takes the name of a shell: bash, zsh or fish");
      const script = write([...commands, completion]);
      printResult({ shell, script }, script);
      return EXIT.ok;
    },
  };
  return completion;
}

type Commands = readonly Command[];

const SCRIPTS: Readonly<Record<string, (commands: Commands) => string>> = { bash, zsh, fish };

const SHELLS = "bash zsh fish";

/** `--output -o --json`, with what every command has. */
function flagsOf({ options }: Command): readonly string[] {
  const own = Object.entries(options).flatMap(([name, { short }]) => [`--${name}`, ...(short ? [`-${short}`] : [])]);
  return [...own.filter((flag) => flag !== "--registry"), "--json", "--help"];
}

function bash(commands: Commands): string {
  const cases = commands.map((command) => `    ${command.name}) flags="${flagsOf(command).join(" ")}" ;;`);
  return `# Completion of witloom for bash.
_witloom() {
  local current="\${COMP_WORDS[COMP_CWORD]}" flags=""
  if [[ $COMP_CWORD -eq 1 ]]; then
    COMPREPLY=($(compgen -W "${commands.map(({ name }) => name).join(" ")} help" -- "$current"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
${cases.join("\n")}
  esac
  if [[ $current == -* ]]; then
    COMPREPLY=($(compgen -W "$flags" -- "$current"))
  elif [[ \${COMP_WORDS[1]} == completion ]]; then
    COMPREPLY=($(compgen -W "${SHELLS}" -- "$current"))
  else
    COMPREPLY=($(compgen -f -- "$current"))
  fi
}
complete -o filenames -F _witloom witloom
`;
}

function zsh(commands: Commands): string {
  const list = commands.map(({ name, summary }) => `    '${name}:${summary.replaceAll("'", "'\\''")}'`);
  const cases = commands.map((command) => `    ${command.name}) flags=(${flagsOf(command).join(" ")}) ;;`);
  return `#compdef witloom
# Completion of witloom for zsh.
_witloom() {
  local -a commands flags
  commands=(
${list.join("\n")}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  case "$words[2]" in
${cases.join("\n")}
  esac
  if [[ "$words[CURRENT]" == -* ]]; then
    compadd -- $flags
  elif [[ "$words[2]" == completion ]]; then
    compadd ${SHELLS}
  else
    _files
  fi
}
if [ "$funcstack[1]" = _witloom ]; then _witloom "$@"; else compdef _witloom witloom; fi
`;
}

function fish(commands: Commands): string {
  const quoted = (text: string): string => `'${text.replaceAll("'", "\\'")}'`;
  const lines = commands.flatMap((command) => {
    const { name, summary, options } = command;
    const inside = `-n '__fish_seen_subcommand_from ${name}'`;
    const own = Object.entries(options)
      .filter(([option]) => option !== "registry")
      .map(([option, { short, type }]) => {
        const value = type === "string" ? " -r" : "";
        return `complete -c witloom ${inside} -l ${option}${short ? ` -s ${short}` : ""}${value}`;
      });
    return [
      `complete -c witloom -n __fish_use_subcommand -f -a ${name} -d ${quoted(summary)}`,
      ...own,
      `complete -c witloom ${inside} -l json`,
      `complete -c witloom ${inside} -l help`,
    ];
  });
  const shells = `complete -c witloom -n '__fish_seen_subcommand_from completion' -f -a ${quoted(SHELLS)}`;
  return `${["# Completion of witloom for fish.", ...lines, shells].join("\n")}\n`;
}
