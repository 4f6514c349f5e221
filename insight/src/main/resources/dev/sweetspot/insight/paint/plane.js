import { axisOption, isLogarithmic } from "./axes.js";
import { seriesOf } from "./layers.js";
import { lookOf, shadesOf, surfaceOf } from "./look.js";
import { digits, extent, nameOf, quantile } from "./numbers.js";
import { shadeNumber } from "./shade.js";
import { factsOf, tip } from "./tips.js";

/** A plane of marks as an option of ECharts. */

/**
 * @param {object} panel as ChartForms writes it
 * @param {import("./look.js").Shine} shine
 * @param {{ofTrial?: (trial: number) => [string, string][]}} knows
 */
export function planeOption(panel, shine, knows = {}) {
    const surface = surfaceOf(shine);
    const scene = { panel, surface, shine };
    const series = [];
    const ofLayer = [];
    const shaded = [];
    panel.layers.forEach((layer, index) => {
        for (const one of seriesOf(layer, placeOf(panel.layers, index), scene)) {
            if (layer.shade) {
                shaded.push({ layer, series: series.length });
            }
            ofLayer.push(layer);
            series.push(one);
        }
    });
    const x = axisOption(panel.x, "x", marksOn(panel, "x"), surface);
    const y = axisOption(panel.y, "y", marksOn(panel, "y"), surface);
    const names = legendNames(panel);
    const maps = shadeMaps(shaded, shine, surface);
    return {
        animation: false,
        backgroundColor: "transparent",
        textStyle: { color: surface.text, fontFamily: "system-ui, sans-serif" },
        grid: {
            left: 12,
            right: maps.length > 0 ? 78 : 18,
            top: names.length > 1 ? 36 : 16,
            bottom: 12,
            outerBoundsMode: "same",
            outerBoundsContain: "all",
        },
        xAxis: withRules(x, panel, "upright", isLogarithmic(panel.x, marksOn(panel, "x").values)),
        yAxis: withRules(y, panel, "level", isLogarithmic(panel.y, marksOn(panel, "y").values)),
        legend: {
            show: names.length > 1,
            type: "scroll",
            top: 4,
            left: 8,
            // The tools of a picture stand to the right of it.
            right: 112,
            itemGap: 14,
            itemWidth: 18,
            itemHeight: 9,
            textStyle: { color: surface.text },
            pageTextStyle: { color: surface.faint },
            inactiveColor: surface.grid,
            data: names.map((name) => legendEntry(name, panel, shine)),
        },
        visualMap: maps,
        tooltip: tooltip(panel, ofLayer, series, surface, knows),
        series,
    };
}

/** Which of the layers of its kind and role a layer is; a band has the place of the line of its name. */
function placeOf(layers, index) {
    const layer = layers[index];
    const names = [];
    for (const other of layers) {
        if (other.role === layer.role && !names.includes(other.name)) {
            names.push(other.name);
        }
    }
    return names.indexOf(layer.name);
}

function numbersOf(layer, direction) {
    switch (layer.kind) {
        case "points":
        case "line":
        case "cells":
            return direction === "x" ? layer.x : layer.y;
        case "band":
            return direction === "x" ? layer.x : [...layer.low, ...layer.high];
        case "spans":
            return direction === "x" ? [...layer.from, ...layer.to] : [];
        default:
            return [];
    }
}

function marksOn(panel, direction) {
    const bars = panel.layers.some((layer) => layer.kind === "bars");
    const points = panel.layers.filter((layer) => layer.kind === "points");
    const most = Math.max(0, ...points.map((layer) => layer.x.length));
    const words = panel[direction].kind === "words" ? panel[direction].words.length : Infinity;
    return {
        values: panel.layers.flatMap((layer) => numbersOf(layer, direction)),
        fromZero: bars,
        crowded: most > 2 * words,
    };
}

/** Widens an axis so that every rule is seen. */
function withRules(axis, panel, direction, logarithmic) {
    const rules = panel.layers.filter((layer) => layer.kind === "rule" && layer.direction === direction);
    if (rules.length === 0 || axis.type === "category" || axis.min !== undefined) {
        return axis;
    }
    const low = Math.min(...rules.map((rule) => rule.at));
    const high = Math.max(...rules.map((rule) => rule.at));
    const room = (value) => (logarithmic ? 0 : Math.abs(value.max - value.min) * 0.04);
    return {
        ...axis,
        min: (value) => (low < value.min ? low - room(value) : null),
        max: (value) => (high > value.max ? high + room(value) : null),
    };
}

/** Rules are named beside their line; what is coloured by a number has its own key. */
function legendNames(panel) {
    const named = panel.layers.filter((layer) => layer.kind !== "rule" && layer.kind !== "cells" && layer.name !== "");
    return [...new Set(named.map((layer) => layer.name))];
}

function legendEntry(name, panel, shine) {
    const index = panel.layers.findIndex((layer) => layer.name === name);
    const layer = panel.layers[index];
    const look = lookOf(layer.role, placeOf(panel.layers, index), shine);
    const line = panel.layers.some((other) => other.name === name && other.kind === "line");
    if (line) {
        return { name };
    }
    const icon = layer.kind === "points" ? look.symbol.replace("emptyCircle", "circle") : "roundRect";
    return look.hollow
        ? { name, icon, itemStyle: { color: "transparent", borderColor: look.colour, borderWidth: 1.5 } }
        : { name, icon, itemStyle: { color: layer.shade ? "#808080" : look.colour, opacity: layer.kind === "band" ? 0.4 : 1 } };
}

/**
 * The keys of colours that show a number; layers with the same number share one.
 * @param {{layer: object, series: number}[]} shaded
 */
export function shadeMaps(shaded, shine, surface) {
    const groups = new Map();
    for (const one of shaded) {
        const name = nameOf(one.layer.shade.axis);
        groups.set(name, [...(groups.get(name) ?? []), one]);
    }
    return [...groups.entries()].map(([name, group], place) => {
        const shade = group[0].layer.shade;
        const values = group.flatMap((one) => one.layer.shade.values.map((value) => shadeNumber(shade, value)));
        const range = shade.axis.low === undefined
            ? seen(values, shade.better)
            : [shadeNumber(shade, shade.axis.low), shadeNumber(shade, shade.axis.high)];
        const back = (number) => (shade.axis.scale === "logarithmic" ? 10 ** number : number);
        return {
            type: "continuous",
            seriesIndex: group.map((one) => one.series),
            dimension: 3,
            min: range[0],
            max: range[1],
            inRange: { color: shadesOf(shade.better, shine) },
            right: 4 + 66 * place,
            top: "middle",
            itemHeight: 120,
            itemWidth: 11,
            precision: 4,
            formatter: (number) => digits(back(number)),
            text: keyWords(name, shade.better, digits(back(range[1])), digits(back(range[0]))),
            textStyle: { color: surface.text, fontSize: 11, lineHeight: 14, width: 66, overflow: "break" },
            calculable: false,
        };
    });
}

function keyWords(name, better, high, low) {
    const good = "\n(better)";
    return [
        name + "\n" + high + (better === "high" ? good : ""),
        low + (better === "low" ? good : ""),
    ];
}

/** A few results that are far worse than all others would give all others one colour: they get that of the worst. */
function seen(values, better) {
    const sorted = values.filter((value) => value !== null && Number.isFinite(value)).sort((a, b) => a - b);
    if (sorted.length === 0) {
        return [0, 1];
    }
    let [low, high] = extent(sorted);
    const [few, most] = [quantile(sorted, 0.05), quantile(sorted, 0.95)];
    const room = 2 * (most - few);
    if (better === "low" && high > most + room && room > 0) {
        high = most;
    }
    if (better === "high" && low < few - room && room > 0) {
        low = few;
    }
    return low === high ? [low - 0.5, high + 0.5] : [low, high];
}

function tooltip(panel, ofLayer, series, surface, knows) {
    const ofTrial = knows.ofTrial ?? (() => []);
    const single = panel.layers.some((layer) => ["points", "cells", "spans"].includes(layer.kind));
    const placeIn = (param) => (param.seriesType === "bar" ? param.dataIndex : placeOfDatum(param));
    return {
        trigger: single ? "item" : "axis",
        confine: true,
        backgroundColor: surface.ground,
        borderColor: surface.grid,
        textStyle: { color: surface.text, fontSize: 12 },
        formatter: (params) => {
            if (!Array.isArray(params)) {
                const layer = ofLayer[params.seriesIndex];
                const { head, facts } = factsOf(panel, layer, placeIn(params), ofTrial);
                return tip(head, facts, series[params.seriesIndex].color ?? params.color);
            }
            return params
                .filter((param) => !(series[param.seriesIndex].silent ?? false))
                .map((param) => {
                    const { facts } = factsOf(panel, ofLayer[param.seriesIndex], placeIn(param), ofTrial);
                    return tip(param.seriesName, facts, series[param.seriesIndex].color);
                });
        },
    };
}

/** Where its place stands in a datum: the third number of most, the fourth of a band. */
function placeOfDatum(param) {
    const datum = param.value ?? param.data;
    return param.seriesType === "custom" && datum.length === 4 && Number.isInteger(datum[3]) && param.encode?.y?.length === 2
        ? datum[3]
        : datum[2];
}
