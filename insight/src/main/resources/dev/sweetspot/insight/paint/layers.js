import { cutWord } from "./axes.js";
import { hatchOf, lookOf } from "./look.js";
import { bandSeries, cellSeries, errorSeries, spanSeries } from "./shapes.js";
import { rowsOf, shadeNumber } from "./shade.js";

/**
 * Layers of a plane as series of ECharts. Each datum is [x, y, place in its layer, shade]: the place is what tooltips and
 * clicks go by.
 *
 * @typedef {{panel: object, surface: object, shine: import("./look.js").Shine}} Scene
 */

/** More points than that are drawn smaller. */
const MANY = 1500;

/**
 * The series of one layer.
 * @param {object} layer
 * @param {number} place which of the layers of its kind it is, for the colours of SERIES
 * @param {Scene} scene
 * @returns {object[]}
 */
export function seriesOf(layer, place, scene) {
    const look = lookOf(layer.role, place, scene.shine);
    switch (layer.kind) {
        case "points":
            return [pointsSeries(layer, look)];
        case "line":
            return [lineSeries(layer, look)];
        case "band":
            return [bandSeries(layer, look)];
        case "bars":
            return barSeries(layer, place, look, scene);
        case "cells":
            return [cellSeries(layer, scene)];
        case "spans":
            return [spanSeries(layer, scene, look)];
        case "rule":
            return [ruleSeries(layer, look, scene)];
        default:
            return [];
    }
}

function pointsSeries(layer, look) {
    const shades = layer.shade ? layer.shade.values.map((value) => shadeNumber(layer.shade, value)) : layer.x.map(() => 0);
    const data = rowsOf(layer.x, layer.y, layer.x.map((_, i) => i), shades).filter(([x, y]) => x !== null && y !== null);
    const many = data.length > MANY;
    return {
        type: "scatter",
        name: layer.name,
        data,
        symbol: look.symbol,
        symbolSize: many ? Math.max(3, look.size - 3) : look.size,
        itemStyle: { color: look.colour, opacity: many ? look.opacity * 0.6 : look.opacity },
        emphasis: { scale: 1.6, itemStyle: { opacity: 1 } },
        progressive: 0,
        z: layer.role === "best" ? 5 : 3,
    };
}

function lineSeries(layer, look) {
    const marked = layer.x.length <= 24 && layer.form !== "steps" && layer.role !== "aside" && layer.role !== "reference";
    return {
        type: "line",
        name: layer.name,
        data: rowsOf(layer.x, layer.y, layer.x.map((_, i) => i)),
        step: layer.form === "steps" ? "end" : false,
        connectNulls: false,
        symbol: marked ? look.symbol : "none",
        symbolSize: Math.min(6, look.size),
        color: look.colour,
        showSymbol: marked,
        lineStyle: { color: look.colour, width: look.width, type: look.dash, opacity: look.opacity },
        itemStyle: { color: look.colour },
        z: layer.role === "best" ? 4 : 2,
    };
}

function barSeries(layer, place, look, scene) {
    const level = scene.panel.y.kind === "words";
    const bars = {
        type: "bar",
        name: layer.name,
        data: layer.lengths,
        color: look.colour,
        itemStyle: { color: look.colour, opacity: 0.9, decal: layer.role === "series" ? hatchOf(place) : undefined },
        barMaxWidth: 22,
        barMinWidth: 2,
        z: 2,
    };
    return layer.low ? [bars, errorSeries(layer, place, level, scene)] : [bars];
}

function ruleSeries(layer, look, scene) {
    const upright = layer.direction === "upright";
    return {
        type: "line",
        name: layer.name,
        data: [],
        color: look.colour,
        symbol: "none",
        lineStyle: { color: look.colour, type: look.dash, width: look.width },
        itemStyle: { color: look.colour },
        markLine: {
            silent: true,
            symbol: "none",
            animation: false,
            lineStyle: { color: look.colour, type: look.dash, width: look.width },
            label: {
                formatter: cutWord(layer.name),
                color: look.colour,
                textBorderColor: scene.surface.ground,
                textBorderWidth: 2,
                position: upright ? "insideEndTop" : "insideStartTop",
                fontSize: 11,
            },
            data: [upright ? { xAxis: layer.at } : { yAxis: layer.at }],
        },
        z: 2,
    };
}
