/**
 * What pictures look like: for each role a colour and a shape or dash, so that people who see few colours, and readers of a
 * print in black and white, tell them apart too. Colours after Okabe and Ito (2008), darker on white and lighter on black
 * where the contrast would be below 3 : 1.
 */

/**
 * @typedef {"light" | "dark"} Shine
 * @typedef {"trial" | "best" | "default" | "aside" | "failed" | "believed" | "reference" | "series"} Role
 * @typedef {{colour: string, symbol: string, size: number, dash: "solid" | "dashed" | "dotted", width: number, opacity: number,
 *            hollow?: boolean}} Look
 * @typedef {{text: string, faint: string, grid: string, ground: string, shades: string[]}} Surface
 */

const CROSS = "path://M1,0 L5,4 L9,0 L10,1 L6,5 L10,9 L9,10 L5,6 L1,10 L0,9 L4,5 L0,1 Z";

/** @type {Record<Shine, Record<string, string>>} */
const COLOURS = {
    light: {
        trial: "#0072b2",
        best: "#c44e00",
        default: "#00805d",
        aside: "#7d858d",
        failed: "#a8286f",
        believed: "#6a4fb3",
        reference: "#50565c",
    },
    dark: {
        trial: "#56b4e9",
        best: "#ff9d45",
        default: "#35c79b",
        aside: "#8d959d",
        failed: "#e88fc0",
        believed: "#b3a0f0",
        reference: "#b9c0c7",
    },
};

/** @type {Record<string, Omit<Look, "colour">>} */
const SHAPES = {
    trial: { symbol: "circle", size: 6, dash: "solid", width: 1.5, opacity: 0.75 },
    best: { symbol: "diamond", size: 11, dash: "solid", width: 2.5, opacity: 1 },
    default: { symbol: "rect", size: 9, dash: "dashed", width: 2, opacity: 1 },
    aside: { symbol: "emptyCircle", size: 5, dash: "solid", width: 1, opacity: 0.6, hollow: true },
    failed: { symbol: CROSS, size: 8, dash: "dotted", width: 1.5, opacity: 0.9 },
    believed: { symbol: "triangle", size: 7, dash: "dashed", width: 2, opacity: 0.9 },
    reference: { symbol: "arrow", size: 8, dash: "dotted", width: 1.5, opacity: 0.9 },
};

/** @type {Record<Shine, string[]>} */
const SERIES_COLOURS = {
    light: ["#0072b2", "#c44e00", "#00805d", "#a8286f", "#8a6d00", "#3a8fc4", "#50565c", "#6a4fb3"],
    dark: ["#56b4e9", "#ff9d45", "#35c79b", "#e88fc0", "#e5d04a", "#9cd3f5", "#b9c0c7", "#b3a0f0"],
};

const SERIES_SYMBOLS = ["circle", "diamond", "rect", "triangle", CROSS, "emptyCircle", "roundRect", "arrow"];

/** @type {("solid" | "dashed" | "dotted")[]} */
const SERIES_DASHES = ["solid", "dashed", "dotted"];

/** Hatches of bars and stretches that stand beside each other; the first has none. */
const HATCHES = [
    undefined,
    { symbol: "line", dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: Math.PI / 4, color: "rgba(255,255,255,0.65)" },
    { symbol: "line", dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: -Math.PI / 4, color: "rgba(255,255,255,0.65)" },
    { symbol: "circle", dashArrayX: [[6, 6], [0, 6, 6, 0]], dashArrayY: [6, 0], symbolSize: 0.6, color: "rgba(255,255,255,0.65)" },
    { symbol: "line", dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: 0, color: "rgba(255,255,255,0.65)" },
];

/** Viridis without its palest end (Smith and van der Walt 2015): equal steps look equal, also in grey. */
const VIRIDIS = ["#440154", "#46327e", "#365c8d", "#277f8e", "#1fa187", "#4ac16d", "#a0da39"];

/** @type {Record<Shine, Surface>} */
const SURFACES = {
    light: { text: "#1c2126", faint: "#5b636b", grid: "#e3e7eb", ground: "#ffffff", shades: VIRIDIS },
    dark: { text: "#e8ebee", faint: "#a3abb3", grid: "#343a41", ground: "#15181c", shades: VIRIDIS },
};

/**
 * What lies behind and beside marks.
 * @param {Shine} shine
 * @returns {Surface}
 */
export function surfaceOf(shine) {
    return SURFACES[shine];
}

/**
 * How the marks of a role look.
 * @param {Role} role
 * @param {number} place which of several series it is, from 0; without meaning for other roles
 * @param {Shine} shine
 * @returns {Look}
 */
export function lookOf(role, place, shine) {
    if (role === "series" || !(role in SHAPES)) {
        const colours = SERIES_COLOURS[shine];
        return {
            colour: colours[place % colours.length],
            symbol: SERIES_SYMBOLS[place % SERIES_SYMBOLS.length],
            // After all colours the dashes begin elsewhere, so that the ninth is not the first again.
            dash: SERIES_DASHES[(place + Math.floor(place / colours.length)) % SERIES_DASHES.length],
            size: 6,
            width: 1.75,
            opacity: 0.85,
        };
    }
    return { colour: COLOURS[shine][role], ...SHAPES[role] };
}

/**
 * The hatch of the bars of one of several layers.
 * @param {number} place from 0
 */
export function hatchOf(place) {
    return HATCHES[place % HATCHES.length];
}

/**
 * Colours from the low to the high end of a number: the good end is the one that stands out from the ground.
 * @param {"low" | "high" | "neither"} better
 * @param {Shine} shine
 * @returns {string[]}
 */
export function shadesOf(better, shine) {
    const rising = shine === "dark";
    const goodIsHigh = better !== "low";
    return rising === goodIsHigh ? [...VIRIDIS] : [...VIRIDIS].reverse();
}
