// What Maven calls: makes the typefaces of bulletins from those that npm has fetched.
//   node prepare.js target/typefaces
// Each is made in parts: one has the characters of GB/T 2312 and of other scripts, which most bulletins need; the others have the
// remaining ideographs, by blocks of code points. Every character gets a glyph of its own, and the program puts one character in the
// place of those that look the same. The originals have one glyph for 一 and for the radical ⼀, and text copied from a PDF would be
// full of radicals.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

const SOURCES = new URL('node_modules/@expo-google-fonts/', import.meta.url);
const TYPEFACES = {
  'NotoSerifSC-Regular': 'noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  'NotoSerifSC-Bold': 'noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
  'NotoSansSC-Medium': 'noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf',
};

/** What a PDF embeds, as it is. The other tables are for other scripts and for vertical text. */
const KEPT = ['OS/2', 'gasp', 'name', 'prep'];

/**
 * Advance width of a Chinese character, in thousandths of an em. GB/T 9704 asks for 28 characters of 16 points in a line of 442.2
 * points; they only fit when set slightly tighter than an em. The margin is so small that the rounding of each advance to 1/1920
 * inch matters.
 */
const TIGHT = 985;
const SQUARE = 1000;

/** FontBox copies as much of the glyphs for drawing, which nobody does; it finds those that it embeds by their own positions. */
const LISTED_GLYPHS = 1;

const UNNAMED = 0x00030000;

/** Ideographs of GB/T 2312, by row and cell. */
const COMMON_IDEOGRAPHS = new Set(
  Array.from({ length: 72 * 94 }, (_, at) => [0xb0 + Math.floor(at / 94), 0xa1 + (at % 94)]).map(([row, cell]) =>
    new TextDecoder('gbk').decode(Uint8Array.of(row, cell)).codePointAt(0),
  ),
);
const isIdeograph = (codePoint) => /\p{Script=Han}/u.test(String.fromCodePoint(codePoint));
const isCommon = (codePoint) => COMMON_IDEOGRAPHS.has(codePoint) || !isIdeograph(codePoint);

const BLOCK = 0x800;
const partOf = (codePoint) => (isCommon(codePoint) ? 'common' : Math.floor(codePoint / BLOCK).toString(16));

function groupedBy(values, keyOf) {
  const groups = new Map();
  for (const value of values) {
    const key = keyOf(value);
    if (!groups.has(key)) {
      groups.set(key, []);
    }
    groups.get(key).push(value);
  }
  return groups;
}

function tablesOf(file) {
  const tables = {};
  for (let entry = 12; entry < 12 + 16 * file.readUInt16BE(4); entry += 16) {
    const [offset, length] = [file.readUInt32BE(entry + 8), file.readUInt32BE(entry + 12)];
    tables[file.toString('latin1', entry, entry + 4)] = file.subarray(offset, offset + length);
  }
  return tables;
}

/** Glyphs by character, from the subtable of format 12: it has all planes. */
function glyphsOf({ cmap }) {
  const glyphs = new Map();
  for (let entry = 4; entry < 4 + 8 * cmap.readUInt16BE(2); entry += 8) {
    const table = cmap.subarray(cmap.readUInt32BE(entry + 4));
    if (table.readUInt16BE(0) === 12) {
      for (let group = 16; group < 16 + 12 * table.readUInt32BE(12); group += 12) {
        const [first, last, glyph] = [0, 4, 8].map((field) => table.readUInt32BE(group + field));
        for (let codePoint = first; codePoint <= last; codePoint++) {
          glyphs.set(codePoint, glyph + codePoint - first);
        }
      }
    }
  }
  return glyphs;
}

const numbers = (values, size) => {
  const bytes = Buffer.alloc(values.length * size);
  values.forEach((value, at) => bytes.writeUIntBE(value, at * size, size));
  return bytes;
};

const changed = (table, change) => {
  const copy = Buffer.from(table);
  change(copy);
  return copy;
};

/** A font whose glyphs are those of the characters, in their order, after that for a missing one. */
function fontOf(tables, characters) {
  const { head, hhea, hmtx, loca, glyf, maxp, post } = tables;
  const isLong = head.readInt16BE(50) === 1;
  const measured = hhea.readUInt16BE(34);
  const sources = [0, ...characters.map(([, glyph]) => glyph)];
  const start = (glyph) => (isLong ? loca.readUInt32BE(4 * glyph) : 2 * loca.readUInt16BE(2 * glyph));
  const outlines = sources.map((glyph) => glyf.subarray(start(glyph), start(glyph + 1)));
  if (outlines.some((outline) => outline.length > 0 && outline.readInt16BE(0) < 0)) {
    throw new Error('a glyph is made of others, whose numbers would have to be changed');
  }
  let end = 0;
  const metrics = sources.flatMap((glyph) => {
    const width = hmtx.readUInt16BE(4 * Math.min(glyph, measured - 1));
    const bearing = hmtx.readUInt16BE(glyph < measured ? 4 * glyph + 2 : 2 * (glyph + measured));
    return [width === SQUARE ? TIGHT : width, bearing];
  });
  const groups = characters.flatMap(([codePoint], at) => [codePoint, codePoint, at + 1]);
  return {
    ...Object.fromEntries(KEPT.map((tag) => [tag, tables[tag]])),
    cmap: Buffer.concat([
      numbers([0, 1, 3, 10, 0, 12, 12, 0], 2),
      numbers([16 + 4 * groups.length, 0, characters.length, ...groups], 4),
    ]),
    head: changed(head, (copy) => copy.writeInt16BE(1, 50)),
    hhea: changed(hhea, (copy) => copy.writeUInt16BE(sources.length, 34)),
    hmtx: numbers(metrics, 2),
    loca: numbers([0, ...outlines.map((outline) => (end += outline.length))], 4),
    maxp: changed(maxp, (copy) => copy.writeUInt16BE(sources.length, 4)),
    post: changed(post, (copy) => copy.writeUInt32BE(UNNAMED)),
    glyf: Buffer.concat(outlines),
  };
}

/** Without checksums, which FontBox does not read. */
function fileOf(tables) {
  const entries = Object.entries(tables).sort(([one], [other]) => (one < other ? -1 : 1));
  const bodies = [];
  let end = 12 + 16 * entries.length;
  const directory = entries.map(([tag, table]) => {
    const entry = [Buffer.from(tag, 'latin1'), numbers([0, end, tag === 'glyf' ? LISTED_GLYPHS : table.length], 4)];
    const body = Buffer.concat([table, Buffer.alloc(-table.length & 3)]);
    bodies.push(body);
    end += body.length;
    return Buffer.concat(entry);
  });
  return Buffer.concat([numbers([1, 0, entries.length, 0, 0, 0], 2), ...directory, ...bodies]);
}

/** Of characters with one glyph, the one that people type comes first. */
const plainFirst = (one, other) => rank(one) - rank(other) || one - other;
const rank = (codePoint) => {
  const character = String.fromCodePoint(codePoint);
  return character.normalize('NFKC') !== character ? 2 : codePoint >= 0x2e80 && codePoint < 0x2f00 ? 1 : 0;
};

/** Each ideograph or radical that has the same glyphs as another, followed by the one that people type. */
function lookAlikes(printable, glyphs) {
  const sameGlyphs = (codePoint) => glyphs.map((each) => each.get(codePoint)).join();
  return [...groupedBy(printable.filter(isIdeograph), sameGlyphs).values()].flatMap((group) => {
    const [typed, ...others] = group.sort(plainFirst);
    return others.flatMap((other) => [other, typed]);
  });
}

const folder = resolve(process.argv[2]);
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const write = (name, content) => writeFileSync(resolve(folder, name), content);
const glyphs = Object.entries(TYPEFACES).map(([name, source]) => {
  const tables = tablesOf(readFileSync(new URL(source, SOURCES)));
  const ofCharacters = glyphsOf(tables);
  const characters = [...ofCharacters].filter(([, glyph]) => glyph !== 0).sort(([one], [other]) => one - other);
  for (const [part, ofPart] of groupedBy(characters, ([codePoint]) => partOf(codePoint))) {
    write(`${name}-${part}.ttf`, fileOf(fontOf(tables, ofPart)));
  }
  return new Map(characters);
});
const printable = [...glyphs[0].keys()].filter((codePoint) => glyphs.every((each) => each.has(codePoint)));
write('characters.txt', String.fromCodePoint(...printable));
write('common-characters.txt', String.fromCodePoint(...printable.filter(isCommon)));
write('look-alikes.txt', String.fromCodePoint(...lookAlikes(printable, glyphs)));
