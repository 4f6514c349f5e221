import { TEXTS } from "./texts";

/** What was explained: the thing on the page, what it is called there, and a few plain sentences. */
export type Explained = { place: Element; name: string; words: string };

/** Explains the thing at or around a place of the page; nothing where there is nothing to say. */
export function explain(target: Element): Explained | undefined {
    for (let place: Element | null = target; place !== null && place !== document.body; place = place.parentElement) {
        if (place.matches(".pointing")) {
            return undefined;
        }
        const here = place;
        const text = TEXTS.find((each) => here.matches(each.at) && (each.called === undefined || each.called.test(nameOf(here))));
        if (text !== undefined) {
            const name = nameOf(place);
            const words = typeof text.words === "string" ? text.words : text.words(place);
            return { place, name: name.length > 60 ? "" : name, words };
        }
    }
    return undefined;
}

/** What a screen reader would call it, near enough. */
function nameOf(place: Element): string {
    const label = place.getAttribute("aria-label");
    if (label !== null) {
        return label;
    }
    const by = place.getAttribute("aria-labelledby");
    const named = by === null ? null : document.getElementById(by);
    const labels = (place as HTMLInputElement).labels;
    const source = named ?? labels?.[0] ?? (place.matches("input, select, textarea, figure, ul, table, section, form") ? undefined : place);
    return source === undefined ? (place.querySelector("h3, caption")?.textContent ?? "") : own(source);
}

/** Its words, without those of the fields in it. */
function own(place: Element): string {
    const copy = place.cloneNode(true) as Element;
    copy.querySelectorAll("select, input, textarea").forEach((field) => field.remove());
    return (copy.textContent ?? "").replace(/\s+/g, " ").trim();
}
