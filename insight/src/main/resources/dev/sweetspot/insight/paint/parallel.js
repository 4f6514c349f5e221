import { cutWord, isLogarithmic } from "./axes.js";
import { surfaceOf } from "./look.js";
import { digits, extent, nameOf, valueOn } from "./numbers.js";
import { shadeMaps } from "./plane.js";
import { shadeNumber } from "./shade.js";
import { tip } from "./tips.js";

/** Axes beside each other as an option of ECharts; people choose trials by drawing along an axis. */

/** The least room for an axis, in pixels. */
const ROOM = 84;

/**
 * How wide such a panel must be for its words not to lie over each other.
 * @param {object} panel
 */
export function parallelWidth(panel) {
    return 130 + ROOM * panel.axes.length;
}

/**
 * @param {object} panel as ChartForms writes it
 * @param {import("./look.js").Shine} shine
 */
export function parallelOption(panel, shine) {
    const surface = surfaceOf(shine);
    const count = panel.shade.values.length;
    const shadeAt = panel.axes.length;
    const rows = Array.from({ length: count }, (_, i) => [
        ...panel.columns.map((column, axis) => column[i] ?? "-"),
        shadeNumber(panel.shade, panel.shade.values[i]) ?? "-",
        i,
    ]);
    // The good ones are drawn last, so that nothing covers them.
    const sign = panel.shade.better === "low" ? -1 : 1;
    rows.sort((one, other) => sign * (number(one[shadeAt]) - number(other[shadeAt])));
    const [map] = shadeMaps([{ layer: { shade: panel.shade }, series: 0 }], shine, surface);
    return {
        animation: false,
        backgroundColor: "transparent",
        textStyle: { color: surface.text, fontFamily: "system-ui, sans-serif" },
        parallel: { left: 56, right: 118, top: 62, bottom: 30, axisExpandable: false },
        parallelAxis: panel.axes.map((axis, dim) => parallelAxis(axis, dim, panel.columns[dim], surface)),
        visualMap: { ...map, dimension: shadeAt },
        tooltip: {
            trigger: "item",
            confine: true,
            backgroundColor: surface.ground,
            borderColor: surface.grid,
            textStyle: { color: surface.text, fontSize: 12 },
            formatter: (param) => {
                const i = rows[param.dataIndex][shadeAt + 1];
                const trial = panel.about.trials[i];
                const facts = panel.axes.map((axis, at) => [axis.name, valueOn(axis, panel.columns[at][i])]);
                facts.unshift([panel.shade.axis.name, digits(panel.shade.values[i])]);
                return tip(panel.about.labels[i] || (trial === undefined ? "" : "trial " + trial), facts);
            },
        },
        series: [
            {
                type: "parallel",
                data: rows,
                smooth: 0.05,
                lineStyle: { width: count > 300 ? 1 : 1.5, opacity: Math.max(0.12, Math.min(0.7, 60 / count)) },
                inactiveOpacity: 0.02,
                activeOpacity: 0.9,
                emphasis: { lineStyle: { width: 3, opacity: 1 } },
                progressive: 500,
            },
        ],
    };
}

function number(value) {
    return typeof value === "number" ? value : -Infinity;
}

function parallelAxis(axis, dim, column, surface) {
    const common = {
        dim,
        name: cutWord(nameOf(axis)),
        nameLocation: "end",
        // Every other name stands higher, so that neighbours do not touch.
        nameGap: dim % 2 === 0 ? 12 : 30,
        nameTextStyle: { color: surface.text, fontSize: 12 },
        axisLine: { lineStyle: { color: surface.faint } },
        axisTick: { lineStyle: { color: surface.faint } },
        axisLabel: {
            color: surface.text,
            fontSize: 11,
            textBorderColor: surface.ground,
            textBorderWidth: 2,
            hideOverlap: true,
        },
        areaSelectStyle: { width: 16, color: "rgba(0, 114, 178, 0.25)", borderColor: surface.text },
    };
    if (axis.kind === "words") {
        // On an axis of numbers: where a category is missing ECharts draws no line at all, where a number is, it leaves that out.
        const last = axis.words.length - 1;
        return {
            ...common,
            type: "value",
            min: -0.4,
            max: last + 0.4,
            axisTick: { show: false },
            axisLabel: {
                ...common.axisLabel,
                customValues: axis.words.map((_, place) => place),
                hideOverlap: axis.words.length > 24,
                formatter: (place) => cutWord(axis.words[place] ?? ""),
            },
        };
    }
    const logarithmic = isLogarithmic(axis, column);
    const range = axis.low === undefined ? (extent(column) ?? [0, 1]) : [axis.low, axis.high];
    const flat = range[0] === range[1];
    return {
        ...common,
        type: logarithmic ? "log" : "value",
        ...(flat ? {} : { min: range[0], max: range[1] }),
        scale: true,
        ...(column.every((value) => value === null || Number.isInteger(value)) ? { minInterval: 1 } : {}),
        axisLabel: { ...common.axisLabel, formatter: digits },
    };
}
