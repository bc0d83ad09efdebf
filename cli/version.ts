// The version of this build; the bundler puts it in.

declare const WITLOOM_VERSION: string;

export const VERSION: string = WITLOOM_VERSION;
