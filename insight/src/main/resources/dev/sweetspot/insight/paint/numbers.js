/** Numbers as people read them. */

/**
 * At most four digits that count: 0.9312, 12.5, 40960, 1e-5.
 * @param {number | null | undefined} value
 * @returns {string}
 */
export function digits(value) {
    if (value === null || value === undefined || !Number.isFinite(value)) {
        return "-";
    }
    const size = Math.abs(value);
    if (size !== 0 && (size < 1e-3 || size >= 1e7)) {
        return value.toExponential(2).replace(/\.?0+e/, "e").replace("e+", "e");
    }
    return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(4)));
}

/**
 * A value as it is said of an axis: its word, or its number with the unit.
 * @param {object} axis
 * @param {number | null} value
 * @returns {string}
 */
export function valueOn(axis, value) {
    if (axis.kind === "words") {
        return value === null ? "-" : (axis.words[Math.round(value)] ?? "-");
    }
    return value !== null && axis.unit ? digits(value) + " " + axis.unit : digits(value);
}

/**
 * The name of an axis with its unit: "time (s)".
 * @param {object} axis
 * @returns {string}
 */
export function nameOf(axis) {
    return axis.unit ? axis.name + " (" + axis.unit + ")" : axis.name;
}

/**
 * The value below which a share of some numbers lies.
 * @param {number[]} sorted ascending, at least one
 * @param {number} share 0 to 1
 */
export function quantile(sorted, share) {
    const place = share * (sorted.length - 1);
    const low = Math.floor(place);
    const high = Math.ceil(place);
    return sorted[low] + (place - low) * (sorted[high] - sorted[low]);
}

/**
 * Low and high end of some numbers.
 * @param {(number | null)[]} values
 * @returns {[number, number] | null} null where there is none
 */
export function extent(values) {
    let low = Infinity;
    let high = -Infinity;
    for (const value of values) {
        if (value !== null && Number.isFinite(value)) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
    }
    return low <= high ? [low, high] : null;
}
