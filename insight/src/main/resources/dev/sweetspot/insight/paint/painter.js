import { surfaceOf } from "./look.js";
import { parallelOption, parallelWidth } from "./parallel.js";
import { planeOption } from "./plane.js";

/**
 * The painter: turns a picture as data (what ChartForms writes) into something to look at. Planes and parallel axes are drawn
 * by ECharts, tables and galleries are plain elements. It knows no page: whoever uses it gives it an empty element, and the
 * library.
 *
 * @typedef {{echarts: object, shine: import("./look.js").Shine, toolbox?: boolean,
 *            ofTrial?: (trial: number) => [string, string][], onTrial?: (trial: number) => void}} Tools
 * @typedef {{destroy: () => void, resize: () => void}} Painted
 */

/** More marks than that are quicker as pixels than as shapes; fewer print better as shapes. */
const AS_SHAPES = 600;

/**
 * Paints all panels of a chart into an element.
 * @param {HTMLElement} place is emptied
 * @param {object} chart
 * @param {Tools} tools
 * @returns {Painted}
 */
export function paint(place, chart, tools) {
    place.replaceChildren();
    place.classList.add("panels");
    place.dataset.panels = chart.panels.length > 2 ? "many" : String(chart.panels.length);
    // All fields first: how wide each is follows from how many there are.
    const fields = chart.panels.map((panel) => {
        const field = place.appendChild(document.createElement("div"));
        field.className = "panel panel-" + panel.kind;
        if (panel.title !== "") {
            const title = field.appendChild(document.createElement("h4"));
            title.textContent = panel.title;
        }
        return field;
    });
    const painted = chart.panels.map((panel, i) => paintPanel(fields[i], panel, chart, tools));
    return {
        destroy: () => painted.forEach((each) => each.destroy()),
        resize: () => painted.forEach((each) => each.resize()),
    };
}

const NOTHING = { destroy: () => {}, resize: () => {} };

function paintPanel(field, panel, chart, tools) {
    switch (panel.kind) {
        case "table":
            field.appendChild(tableOf(panel));
            return NOTHING;
        case "gallery":
            field.appendChild(galleryOf(panel));
            return NOTHING;
        default:
            return drawn(field, panel, chart, tools);
    }
}

function drawn(field, panel, chart, tools) {
    const canvas = field.appendChild(document.createElement("div"));
    canvas.className = "canvas";
    canvas.setAttribute("role", "img");
    canvas.setAttribute("aria-label", [chart.title, panel.title, chart.caption].filter(Boolean).join(". "));
    canvas.style.height = heightOf(panel, chart.panels.length) + "px";
    // A print cannot be moved to and fro, so there all of it has to fit.
    if (panel.kind === "parallel" && tools.toolbox !== false) {
        canvas.style.minWidth = parallelWidth(panel) + "px";
    }
    const option = panel.kind === "parallel" ? parallelOption(panel, tools.shine) : planeOption(panel, tools.shine, tools);
    // In many small panels tools would lie over the marks.
    if (tools.toolbox && chart.panels.length <= 2) {
        option.grid = option.grid && { ...option.grid, top: Math.max(36, option.grid.top) };
        // Beside the keys of colours, where there are some.
        const keys = option.visualMap?.length ?? 0;
        option.toolbox = { ...toolbox(chart.name, tools.shine), right: keys > 0 ? 18 + 66 * keys : 4 };
    }
    const renderer = marksIn(panel) <= AS_SHAPES ? "svg" : "canvas";
    const drawing = tools.echarts.init(canvas, null, { renderer });
    drawing.setOption(option);
    if (tools.onTrial) {
        drawing.on("click", (param) => {
            const trial = trialOf(panel, param);
            if (trial !== undefined && trial !== null) {
                tools.onTrial(trial);
            }
        });
    }
    return { destroy: () => drawing.dispose(), resize: () => drawing.resize() };
}

function toolbox(name, shine) {
    return {
        right: 4,
        top: 2,
        itemSize: 13,
        iconStyle: { borderColor: surfaceOf(shine).faint },
        feature: {
            dataZoom: { title: { zoom: "look closer", back: "back" }, filterMode: "none" },
            restore: { title: "as it was" },
            saveAsImage: { title: "save as a picture", name, pixelRatio: 2 },
        },
    };
}

function trialOf(panel, param) {
    const about = panel.kind === "parallel" ? panel.about : panel.layers.find((layer) => layer.name === param.seriesName)?.about;
    const datum = param.value ?? param.data;
    return about && Array.isArray(datum) ? about.trials[panel.kind === "parallel" ? datum[datum.length - 1] : datum[2]] : undefined;
}

function marksIn(panel) {
    if (panel.kind === "parallel") {
        return panel.shade.values.length;
    }
    return panel.layers.reduce((sum, layer) => sum + (layer.x ?? layer.lengths ?? layer.row ?? []).length, 0);
}

/** Words one below the other need room; all else is as high as it reads well. */
function heightOf(panel, panels) {
    if (panel.kind === "parallel") {
        return 420;
    }
    const legend = new Set(panel.layers.map((layer) => layer.name)).size > 1 ? 30 : 0;
    if (panel.y.kind === "words") {
        const each = panel.layers.some((layer) => layer.kind === "bars") ? 26 : 30;
        return Math.min(900, 100 + legend + each * Math.max(3, panel.y.words.length));
    }
    return (panels > 2 ? 260 : 340) + legend;
}

const NUMBER = /^[-+]?[\d.,]+(e[-+]?\d+)?( ?%)?$/;

function tableOf(panel) {
    const table = document.createElement("table");
    const head = table.createTHead().insertRow();
    for (const word of panel.head) {
        const cell = head.appendChild(document.createElement("th"));
        cell.scope = "col";
        cell.textContent = word;
    }
    const body = table.createTBody();
    for (const row of panel.rows) {
        const line = body.insertRow();
        for (const word of row) {
            const cell = line.insertCell();
            cell.textContent = word;
            cell.classList.toggle("number", NUMBER.test(word));
        }
    }
    const scroll = document.createElement("div");
    scroll.className = "scroll";
    scroll.appendChild(table);
    return scroll;
}

function galleryOf(panel) {
    const gallery = document.createElement("div");
    gallery.className = "gallery";
    for (const tile of panel.tiles) {
        const figure = gallery.appendChild(document.createElement("figure"));
        const image = figure.appendChild(document.createElement("img"));
        image.src = "data:image/png;base64," + tile.png;
        image.alt = tile.caption;
        figure.appendChild(document.createElement("figcaption")).textContent = tile.caption;
    }
    return gallery;
}
