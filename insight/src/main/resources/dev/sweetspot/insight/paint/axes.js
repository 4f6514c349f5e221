import { digits, extent, nameOf } from "./numbers.js";

/** Axes of a plane. */

/** Words longer than this are cut on an axis; pointing at a mark shows them whole. */
const LONGEST_WORD = 22;
/** The same where they stand one below the other. */
const LONGEST_ROW = 36;

/**
 * @param {string} word
 * @returns {string}
 */
export function cutWord(word) {
    return cutTo(word, LONGEST_WORD);
}

function cutTo(word, longest) {
    return word.length > longest ? word.slice(0, longest - 1) + "…" : word;
}

/** Whether nothing lies between two whole numbers; shares that happen to be 0 and 1 are not counted. */
function areCounted(axis, values) {
    return axis.high !== 1 && values.length > 0 && values.every((value) => value === null || Number.isInteger(value));
}

/**
 * Whether an axis has equal ratios; only where all that lies on it is above 0.
 * @param {object} axis
 * @param {(number | null)[]} values
 */
export function isLogarithmic(axis, values) {
    const range = extent(values);
    return axis.kind === "numbers" && axis.scale === "logarithmic" && (range === null || range[0] > 0);
}

/**
 * @param {object} axis
 * @param {"x" | "y"} direction
 * @param {{values: (number | null)[], fromZero: boolean, crowded: boolean}} marks what lies on it
 * @param {import("./look.js").Surface} surface
 */
export function axisOption(axis, direction, marks, surface) {
    const common = {
        name: nameOf(axis),
        nameLocation: "middle",
        ...(direction === "x" ? { nameGap: 26 } : {}),
        nameTextStyle: { color: surface.text, fontSize: 12 },
        // At the edge, wherever 0 is.
        axisLine: { show: true, onZero: false, lineStyle: { color: surface.faint } },
        axisLabel: { color: surface.faint, fontSize: 11, hideOverlap: true },
        splitLine: { lineStyle: { color: surface.grid } },
    };
    if (axis.kind === "words") {
        return {
            ...common,
            type: "category",
            data: axis.words,
            // The first word is the first one that is read.
            inverse: direction === "y",
            splitLine: { show: false },
            axisTick: { alignWithLabel: true },
            axisLabel: {
                ...common.axisLabel,
                hideOverlap: axis.words.length > 30,
                interval: axis.words.length > 30 ? "auto" : 0,
                rotate: direction === "x" && needsTurning(axis.words) ? 40 : 0,
                formatter: direction === "y" ? (word) => cutTo(word, LONGEST_ROW) : cutWord,
            },
            ...(marks.crowded ? { jitter: 24, jitterOverlap: true } : {}),
        };
    }
    if (isLogarithmic(axis, marks.values)) {
        return { ...common, ...bounds(axis, marks.values, true), type: "log", axisLabel: { ...common.axisLabel, formatter: digits } };
    }
    return {
        ...common,
        ...bounds(axis, marks.values, false),
        type: "value",
        scale: !marks.fromZero,
        ...(areCounted(axis, marks.values) ? { minInterval: 1 } : {}),
        axisLabel: { ...common.axisLabel, formatter: digits },
    };
}

/** @param {string[]} words */
function needsTurning(words) {
    return words.length > 6 || words.reduce((sum, word) => sum + Math.min(word.length, LONGEST_WORD), 0) > 60;
}

/** What shall be seen of an axis; nothing where the marks say it. */
function bounds(axis, values, logarithmic) {
    if (axis.low !== undefined && axis.high !== undefined && (!logarithmic || axis.low > 0)) {
        return { min: axis.low, max: axis.high };
    }
    const range = extent(values);
    // A single value would lie on the edge of an axis without extent.
    if (range !== null && range[0] === range[1] && !logarithmic) {
        const half = range[0] === 0 ? 1 : Math.abs(range[0]) * 0.1;
        return { min: range[0] - half, max: range[0] + half };
    }
    return {};
}
