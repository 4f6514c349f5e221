import { hatchOf } from "./look.js";
import { digits } from "./numbers.js";
import { rowsOf, shadeNumber } from "./shade.js";

/** Layers that ECharts has no series of its own for: bands, how sure a bar is, cells, stretches. */

/** One polygon for each stretch without a gap; so the seams between its parts are not seen. */
export function bandSeries(layer, look) {
    return {
        type: "custom",
        name: layer.name,
        data: rowsOf(layer.x, layer.low, layer.high, layer.x.map((_, i) => i)),
        encode: { x: 0, y: [1, 2] },
        color: look.colour,
        itemStyle: { color: look.colour },
        z: 1,
        clip: true,
        renderItem(params, api) {
            if (params.dataIndexInside !== 0) {
                return null;
            }
            return { type: "group", children: stretches(layer).map((places) => ({
                type: "polygon",
                shape: {
                    points: [
                        ...places.map((i) => api.coord([layer.x[i], layer.high[i]])),
                        ...[...places].reverse().map((i) => api.coord([layer.x[i], layer.low[i]])),
                    ],
                },
                style: { fill: look.colour, opacity: 0.2 },
            })) };
        },
    };
}

function stretches(layer) {
    const all = [[]];
    layer.x.forEach((x, i) => {
        if (x === null || layer.low[i] === null || layer.high[i] === null) {
            all.push([]);
        } else {
            all[all.length - 1].push(i);
        }
    });
    return all.filter((places) => places.length > 1);
}

/** From where to where each length may be: a line with two ends, over the middle of its bar. */
export function errorSeries(layer, place, level, scene) {
    const together = scene.panel.layers.filter((other) => other.kind === "bars").length;
    const data = layer.lengths.map((_, i) => [i, layer.low[i], layer.high[i], i]).filter((row) => row[1] !== null);
    return {
        type: "custom",
        name: layer.name,
        data,
        encode: level ? { y: 0, x: [1, 2] } : { x: 0, y: [1, 2] },
        silent: true,
        z: 4,
        renderItem(params, api) {
            const row = data[params.dataIndex];
            const at = (value) => (level ? api.coord([value, row[0]]) : api.coord([row[0], value]));
            const [low, high] = [at(row[1]), at(row[2])];
            const room = Math.abs(api.size([1, 1])[level ? 1 : 0]) * 0.8;
            const width = Math.min(22, room / together);
            const shift = (place - (together - 1) / 2) * width * 1.15;
            const across = level ? [0, shift] : [shift, 0];
            const end = level ? [0, Math.min(4, width / 3)] : [Math.min(4, width / 3), 0];
            const line = (from, to) => ({
                type: "line",
                shape: { x1: from[0], y1: from[1], x2: to[0], y2: to[1] },
                style: { stroke: scene.surface.text, lineWidth: 1.25 },
            });
            const moved = ([x, y], sign, by = end) => [x + across[0] + sign * by[0], y + across[1] + sign * by[1]];
            return { type: "group", children: [
                line(moved(low, 0), moved(high, 0)),
                line(moved(low, -1), moved(low, 1)),
                line(moved(high, -1), moved(high, 1)),
            ] };
        },
    };
}

/** Rectangles that reach to the middle between their neighbours. */
export function cellSeries(layer, scene) {
    const edges = { x: edgesOf(layer.x, scene.panel.x), y: edgesOf(layer.y, scene.panel.y) };
    // Words under points can be read by nobody.
    const labelled = layer.x.length <= 170 && scene.panel.layers.every((other) => other.kind !== "points");
    return {
        type: "custom",
        name: layer.name,
        data: rowsOf(layer.x, layer.y, layer.x.map((_, i) => i), layer.shade.values.map((v) => shadeNumber(layer.shade, v))),
        encode: { x: 0, y: 1 },
        z: 1,
        clip: true,
        renderItem(params, api) {
            const i = params.dataIndex;
            if (layer.shade.values[i] === null) {
                // Of nothing there is no share: the ground is seen.
                return null;
            }
            const [left, right] = sides(api, layer.x[i], edges.x, 0, layer.y[i]);
            const [top, bottom] = sides(api, layer.y[i], edges.y, 1, layer.x[i]);
            const shape = {
                x: Math.min(left, right),
                y: Math.min(top, bottom),
                width: Math.abs(right - left) + 0.5,
                height: Math.abs(bottom - top) + 0.5,
            };
            const fill = api.visual("color");
            const word = labelled && shape.width > 26 && shape.height > 12 ? digits(layer.shade.values[i]) : "";
            return {
                type: "rect",
                shape,
                style: { fill },
                textContent: { style: { text: word, fill: inkOn(fill), fontSize: 11 } },
                textConfig: { position: "inside" },
            };
        },
    };
}

/** For each number on an axis from where to where its cells reach; null for words, which all have the same room. */
function edgesOf(values, axis) {
    if (axis.kind === "words") {
        return null;
    }
    const toScale = axis.scale === "logarithmic" ? Math.log : (value) => value;
    const fromScale = axis.scale === "logarithmic" ? Math.exp : (value) => value;
    const sorted = [...new Set(values)].sort((a, b) => a - b);
    const scaled = sorted.map(toScale);
    const middle = (i) => (scaled[i] + scaled[i + 1]) / 2;
    const last = sorted.length - 1;
    return new Map(sorted.map((value, i) => [value, [
        fromScale(i > 0 ? middle(i - 1) : last > 0 ? 2 * scaled[0] - middle(0) : scaled[0] - 0.5),
        fromScale(i < last ? middle(i) : last > 0 ? 2 * scaled[last] - middle(last - 1) : scaled[0] + 0.5),
    ]]));
}

function sides(api, value, edges, dimension, other) {
    const at = (number) => api.coord(dimension === 0 ? [number, other] : [other, number])[dimension];
    if (edges === null) {
        const half = Math.abs(api.size([1, 1])[dimension]) / 2;
        return [at(value) - half, at(value) + half];
    }
    return edges.get(value).map(at);
}

/** Black or white, whichever is read better on a colour such as "rgba(68,1,84,1)" or "#440154". */
function inkOn(colour) {
    const parts = colour.startsWith("#")
        ? [1, 3, 5].map((i) => parseInt(colour.slice(i, i + 2), 16))
        : colour.match(/[\d.]+/g).slice(0, 3).map(Number);
    const [r, g, b] = parts.map((part) => {
        const share = part / 255;
        return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.179 ? "#111111" : "#ffffff";
}

export function spanSeries(layer, scene, look) {
    return {
        type: "custom",
        name: layer.name,
        data: rowsOf(layer.from, layer.row, layer.row.map((_, i) => i), layer.to),
        encode: { x: [0, 3], y: 1 },
        color: look.colour,
        itemStyle: { color: look.colour, decal: layer.role === "failed" ? hatchOf(1) : undefined },
        z: 2,
        clip: true,
        renderItem(params, api) {
            const i = params.dataIndex;
            const from = api.coord([layer.from[i], layer.row[i]]);
            const to = api.coord([layer.to[i], layer.row[i]]);
            const height = Math.max(2, Math.abs(api.size([0, 1])[1]) * 0.7);
            return {
                type: "rect",
                shape: { x: from[0], y: from[1] - height / 2, width: Math.max(1, to[0] - from[0] - 0.5), height },
                style: {
                    fill: look.hollow ? "transparent" : look.colour,
                    // A thin seam, so that two bars end to end are seen to be two.
                    stroke: look.hollow ? look.colour : scene.surface.ground,
                    lineWidth: to[0] - from[0] > 3 || look.hollow ? 1 : 0,
                    // What is believed has a mark for its middle above it.
                    opacity: layer.role === "believed" ? 0.3 : look.opacity,
                    decal: api.visual("decal"),
                },
            };
        },
    };
}

