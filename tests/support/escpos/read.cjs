// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// node read.cjs OUT.png < BYTES
//
// What a receipt printer got, read by npos: the picture of all strips goes to OUT.png, and what else was sent is told
// as one line of JSON. Ends with 1 for anything npos does not know or that is cut short.
'use strict';

const fs = require('fs');
const path = require('path');
const {createRequire} = require('module');

// The packages lie beside the build, not beside this file.
const load = createRequire(path.join(process.cwd(), 'package.json'));
const npos = load('npos');
const rules = load('npos/lib/parser/rules');
const {PNG} = load('pngjs');

const FS = 0x1c, GS = 0x1d;
const counted = [0, 'd16']; // a length of two bytes, then so many
Object.assign(rules[GS], {'(k': counted, '(F': counted});
Object.assign(rules[FS], {'(A': counted, '(C': counted});

function fail(text) {
    process.stderr.write(text + '\n');
    process.exit(1);
}

function save(image, file) {
    const png = new PNG({width: image.width, height: image.height, colorType: 0});
    for (let y = 0, at = 0; y < image.height; y++)
        for (let x = 0; x < image.width; x++, at += 4) {
            png.data.fill(image.getPixel(x, y) === 0 ? 0 : 255, at, at + 3);
            png.data[at + 3] = 255;
        }
    fs.writeFileSync(file, PNG.sync.write(png, {colorType: 0}));
}

const raw = fs.readFileSync(0);
npos.parser(rules).parse(raw).then(slip => {
    const commands = slip.tree.map(node => node.ascii + (node.fn ? ' ' + node.fn : ''));
    const last = slip.tree[slip.tree.length - 1];
    if (last && last.offset + last.length > raw.length)
        fail(`the last command, ${commands[commands.length - 1]}, is cut short`);
    const rasters = slip.entries.filter(entry => entry.type === 'raster');
    const strips = slip.tree.filter(node => node.fn === 'v0').map(node => ({width: node.width, height: node.height}));
    if (new Set(strips.map(strip => strip.width)).size > 1)
        fail('strips of different widths');
    const first = commands.indexOf('GS v0');
    if (commands.slice(first, first + strips.length).some(command => command !== 'GS v0'))
        fail('something else between the strips: ' + commands.join(', '));
    if (strips.length > 0)
        save(rasters[0].data, process.argv[2]);
    console.log(JSON.stringify({commands, rows: strips.map(strip => strip.height)}));
}).catch(error => fail(String(error)));
