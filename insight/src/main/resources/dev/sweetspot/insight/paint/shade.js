/** What series are made of. */

/** Columns as rows. */
export function rowsOf(...columns) {
    return columns[0].map((_, i) => columns.map((column) => column[i]));
}

/**
 * The number by which a mark is coloured: its logarithm on a logarithmic scale.
 * @param {object} shade
 * @param {number | null} value
 */
export function shadeNumber(shade, value) {
    return shade.axis.scale === "logarithmic" && value !== null ? (value > 0 ? Math.log10(value) : null) : value;
}
