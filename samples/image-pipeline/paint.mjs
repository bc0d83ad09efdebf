// Paints the picture that ships with the sample: node samples/image-pipeline/paint.mjs
// A sun over hills and a lake, 160 x 120, written as an RGB PNG into the preopened folder of the application, beside
// two files that the application refuses: half of the picture, and a text.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { crc32, deflateSync } from "node:zlib";
import { OUTPUT } from "../build/paths.mjs";

const WIDTH = 160;
const HEIGHT = 120;
const SHORE = 92;

const SKY = { top: [58, 96, 178], bottom: [255, 206, 150] };
const SUN = { x: 112, y: 40, radius: 15, color: [255, 240, 190], glow: [255, 214, 120] };

/** From back to front: where the ridge lies, how it waves, its colour. */
const HILLS = [
  {
    height: 62,
    waves: [
      [9, 0.045, 0.4],
      [4, 0.11, 2.0],
    ],
    color: [116, 128, 190],
  },
  {
    height: 72,
    waves: [
      [8, 0.06, 2.6],
      [3, 0.15, 0.3],
    ],
    color: [84, 140, 132],
  },
  {
    height: 83,
    waves: [
      [6, 0.05, 4.2],
      [2, 0.19, 1.1],
    ],
    color: [58, 128, 72],
  },
];

const mix = (a, b, t) => a.map((value, i) => value + (b[i] - value) * Math.min(1, Math.max(0, t)));

function ridge({ height, waves }, x) {
  return waves.reduce((y, [size, pace, phase]) => y + size * Math.sin(x * pace + phase), height);
}

/** A fir stands on the front hill at every `x` of the list: a triangle, and a trunk below. */
const FIRS = [14, 22, 27, 58, 133, 141, 152];

function inFir(x, y) {
  return FIRS.some((fir) => {
    const foot = ridge(HILLS[2], fir) + 1;
    const below = y - (foot - 14);
    return below >= 0 && y < foot && Math.abs(x - fir) <= below * 0.3;
  });
}

function skyColor(x, y) {
  const distance = Math.hypot(x - SUN.x, y - SUN.y);
  if (distance < SUN.radius) return SUN.color;
  const sky = mix(SKY.top, SKY.bottom, y / 78);
  return mix(SUN.glow, sky, (distance - SUN.radius) / 34);
}

function landColor(x, y) {
  if (inFir(x, y)) return [24, 74, 58];
  const hill = HILLS.findLast((candidate) => y >= ridge(candidate, x));
  if (hill === undefined) return skyColor(x, y);
  return mix(hill.color, [250, 226, 160], 0.35 - (y - ridge(hill, x)) / 40);
}

/** The lake mirrors the land, darker and broken into ripples. */
function lakeColor(x, y) {
  const depth = y - SHORE;
  const ripple = Math.round(1.6 * Math.sin(depth * 1.9 + x * 0.12));
  return mix(landColor(x + ripple, SHORE - 1 - depth * 1.9), [26, 66, 120], 0.34 + depth / 90);
}

/** One row as PNG stores it: filter type 1, and every byte less the one of the pixel before. */
function encodedRow(y) {
  const colors = Array.from({ length: WIDTH }, (_, x) =>
    (y < SHORE ? landColor(x, y) : lakeColor(x, y)).map(Math.round),
  );
  return [1, ...colors.flatMap((color, x) => color.map((value, i) => (value - (colors[x - 1]?.[i] ?? 0)) & 0xff))];
}

function chunk(type, content) {
  const body = Buffer.concat([Buffer.from(type, "latin1"), content]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(content.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

const header = Buffer.from([0, 0, 0, WIDTH, 0, 0, 0, HEIGHT, 8, 2, 0, 0, 0]);
const rows = Buffer.from(Array.from({ length: HEIGHT }, (_, y) => encodedRow(y)).flat());
const folder = join(OUTPUT, "image-pipeline", "files");
mkdirSync(folder, { recursive: true });
const picture = Buffer.concat([
  Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
  chunk("IHDR", header),
  chunk("IDAT", deflateSync(rows, { level: 9 })),
  chunk("IEND", Buffer.alloc(0)),
]);
writeFileSync(join(folder, "input.png"), picture);
writeFileSync(join(folder, "broken.png"), picture.subarray(0, picture.length / 2));
writeFileSync(join(folder, "notes.txt"), "Not a picture.\n");
