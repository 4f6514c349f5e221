import { digits, nameOf, valueOn } from "./numbers.js";

/** What is said of a mark when somebody points at it: elements, never markup, so that no name of a study becomes a tag. */

/**
 * @param {string} head
 * @param {[string, string][]} facts
 * @param {string} [colour]
 * @returns {HTMLElement}
 */
export function tip(head, facts, colour) {
    const box = document.createElement("div");
    const title = box.appendChild(document.createElement("div"));
    title.className = "tip-head";
    title.textContent = head;
    if (colour) {
        title.style.borderLeftColor = colour;
    }
    const list = box.appendChild(document.createElement("dl"));
    list.className = "tip-facts";
    for (const [name, value] of facts) {
        list.appendChild(document.createElement("dt")).textContent = name;
        list.appendChild(document.createElement("dd")).textContent = value;
    }
    return box;
}

/**
 * The facts of one mark of a plane.
 * @param {object} panel
 * @param {object} layer
 * @param {number} i its place
 * @param {(trial: number) => [string, string][]} ofTrial what else is known of a trial
 * @returns {{head: string, facts: [string, string][]}}
 */
export function factsOf(panel, layer, i, ofTrial) {
    const label = layer.about?.labels[i];
    const trial = layer.about?.trials[i];
    const head = [label, trial === undefined || trial === null ? "" : "trial " + trial].filter(Boolean).join(", ");
    const facts = [];
    const on = (axis, value) => facts.push([nameOfShort(axis), valueOn(axis, value)]);
    const span = (axis, low, high) => facts.push([nameOfShort(axis), valueOn(axis, low) + " to " + valueOn(axis, high)]);
    if (layer.kind === "bars") {
        const [words, numbers] = panel.y.kind === "words" ? [panel.y, panel.x] : [panel.x, panel.y];
        on(words, i);
        on(numbers, layer.lengths[i]);
        if (layer.low && layer.low[i] !== null) {
            facts.push(["between", digits(layer.low[i]) + " and " + digits(layer.high[i])]);
        }
    } else if (layer.kind === "band") {
        on(panel.x, layer.x[i]);
        span(panel.y, layer.low[i], layer.high[i]);
    } else if (layer.kind === "spans") {
        on(panel.y, layer.row[i]);
        span(panel.x, layer.from[i], layer.to[i]);
    } else {
        on(panel.x, layer.x[i]);
        on(panel.y, layer.y[i]);
    }
    if (layer.shade) {
        on(layer.shade.axis, layer.shade.values[i]);
    }
    if (trial !== undefined && trial !== null) {
        facts.push(...ofTrial(trial));
    }
    return { head: head || layer.name, facts: unique(facts) };
}

function nameOfShort(axis) {
    return axis.name || nameOf(axis);
}

/** A parameter that is on an axis need not be said again. */
function unique(facts) {
    const seen = new Set();
    return facts.filter(([name]) => name !== "" && !seen.has(name) && seen.add(name));
}
