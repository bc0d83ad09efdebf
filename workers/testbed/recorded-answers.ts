// What was asked of the conformance programs and what Wasmtime answered; written by `samples/conformance/record.mjs`.

export interface RecordedCommand {
  readonly asked: {
    readonly arguments: readonly string[];
    readonly environment?: readonly (readonly [string, string])[];
    readonly stdin?: string;
    readonly files?: Readonly<Record<string, string>>;
  };
  readonly answer: {
    readonly stdout: string;
    readonly stderr: string;
    readonly exit: number;
    readonly files: Readonly<Record<string, string>>;
  };
}

export interface RecordedRequest {
  readonly asked: {
    readonly method: string;
    readonly path: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: string;
  };
  readonly answer: { readonly status: number; readonly body?: string };
}
