import { expect, it } from "vitest";
import { receiveStream, sendStream, WINDOW_BYTES } from "./port-stream.ts";

function channel(stream: ReadableStream<Uint8Array<ArrayBuffer>>) {
  const { port1, port2 } = new MessageChannel();
  return { sent: sendStream(stream, port1), received: receiveStream(port2) };
}

it("hands over every byte in order, views of a larger buffer too", async () => {
  const whole = new Uint8Array(100_000).map((_, i) => i % 251);
  const pieces = [whole.subarray(0, 1), whole.subarray(1, 70_000), whole.slice(70_000)];
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(controller) {
      for (const piece of pieces) controller.enqueue(piece);
      controller.close();
    },
  });
  const { sent, received } = channel(stream);
  expect(new Uint8Array(await new Response(received).arrayBuffer())).toEqual(whole);
  await sent;
});

it("asks for no more than the window while nobody reads, and for the rest when somebody does", async () => {
  const pieceBytes = WINDOW_BYTES / 4;
  let asked = 0;
  const endless = new ReadableStream<Uint8Array<ArrayBuffer>>(
    { pull: (controller) => controller.enqueue(new Uint8Array(pieceBytes).fill((asked += 1))) },
    { highWaterMark: 0 },
  );
  const { sent, received } = channel(endless);
  const reader = received.getReader();
  for (let i = 1; i <= 40; i++) {
    const { value } = await reader.read();
    expect(value?.[0]).toBe(i);
    // What the reader's own queue holds counts as taken.
    expect(asked).toBeLessThanOrEqual(i + 1 + WINDOW_BYTES / pieceBytes);
  }
  await reader.cancel();
  await sent;
});

it("cancels the stream when the reader goes, even while the sender waits for its next piece", async () => {
  const cancelled = new Promise<void>((resolve) => {
    const silent = new ReadableStream<Uint8Array<ArrayBuffer>>({ cancel: () => resolve() });
    const { received } = channel(silent);
    void received.cancel();
  });
  await cancelled;
});

it("breaks where the stream breaks, after what came before", async () => {
  let isFirst = true;
  const broken = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      if (isFirst) controller.enqueue(Uint8Array.of(7));
      else controller.error(new Error("the handler trapped"));
      isFirst = false;
    },
  });
  const reader = channel(broken).received.getReader();
  expect((await reader.read()).value).toEqual(Uint8Array.of(7));
  await expect(reader.read()).rejects.toThrow("the handler trapped");
});
