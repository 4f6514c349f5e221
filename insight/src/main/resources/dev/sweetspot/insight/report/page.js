import { paint } from "../paint/painter.js";

/** The page of a report: paints pictures when they come near, again when the light changes, and all of them for a print. */

const dark = window.matchMedia("(prefers-color-scheme: dark)");
const figures = [...document.querySelectorAll("figure.picture")];
/** What is painted, by its figure. */
const painted = new Map();
let printing = false;
/** What was unfolded only for a print. */
let unfolded = [];

function shine() {
    return dark.matches && !printing ? "dark" : "light";
}

function show(figure) {
    painted.get(figure)?.destroy();
    const chart = JSON.parse(figure.querySelector("script").textContent);
    painted.set(figure, paint(figure.querySelector(".place"), chart, { echarts, shine: shine(), toolbox: !printing }));
    figure.dataset.painted = shine();
}

const near = new IntersectionObserver(
    (entries) => {
        for (const entry of entries) {
            if (entry.isIntersecting && !painted.has(entry.target)) {
                show(entry.target);
            }
        }
    },
    { rootMargin: "600px" },
);
figures.forEach((figure) => near.observe(figure));

let wait = 0;
window.addEventListener("resize", () => {
    cancelAnimationFrame(wait);
    wait = requestAnimationFrame(() => painted.forEach((each) => each.resize()));
});
dark.addEventListener("change", () => [...painted.keys()].forEach(show));
window.addEventListener("beforeprint", () => {
    printing = true;
    unfolded = [...document.querySelectorAll("details:not([open])")];
    unfolded.forEach((details) => (details.open = true));
    figures.forEach(show);
});
window.addEventListener("afterprint", () => {
    printing = false;
    unfolded.forEach((details) => (details.open = false));
    figures.forEach(show);
});

// ---- texts to take away ----

for (const button of document.querySelectorAll("button.copy")) {
    button.hidden = !navigator.clipboard;
    button.addEventListener("click", async () => {
        await navigator.clipboard.writeText(button.previousElementSibling.textContent);
        button.textContent = "copied";
        setTimeout(() => (button.textContent = "copy"), 1500);
    });
}

// ---- tables that can be ordered by a column ----

function valueOf(row, column) {
    const text = row.cells[column].textContent;
    const number = Number.parseFloat(text);
    return row.cells[column].classList.contains("number") && Number.isFinite(number) ? number : text;
}

function order(table, column, ascending) {
    const body = table.tBodies[0];
    const rows = [...body.rows].sort((one, other) => {
        const [a, b] = [valueOf(one, column), valueOf(other, column)];
        const before = typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b));
        return ascending ? before : -before;
    });
    body.append(...rows);
}

for (const table of document.querySelectorAll("table.sortable")) {
    [...table.tHead.rows[0].cells].forEach((cell, column) => {
        const button = document.createElement("button");
        button.type = "button";
        button.append(...cell.childNodes);
        cell.append(button);
        button.addEventListener("click", () => {
            const ascending = cell.getAttribute("aria-sort") !== "ascending";
            [...table.tHead.rows[0].cells].forEach((other) => other.removeAttribute("aria-sort"));
            cell.setAttribute("aria-sort", ascending ? "ascending" : "descending");
            order(table, column, ascending);
        });
    });
}
