import { useSyncExternalStore } from "react";
import { PLACES, type Place } from "./places";

/** Where the page is, told to whoever asks; the browser's own history is the only memory of it. */

const listeners = new Set<() => void>();

function tell() {
    listeners.forEach((listener) => listener());
}

window.addEventListener("popstate", tell);

function subscribe(listener: () => void) {
    listeners.add(listener);
    return () => listeners.delete(listener);
}

/** Goes to a path of this page. */
export function go(path: string) {
    window.history.pushState(null, "", path);
    window.scrollTo(0, 0);
    tell();
}

/** Another query for the same place, without a new entry in the history: what a table is ordered by, say. */
export function adjust(query: Record<string, string>) {
    const text = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== "")).toString();
    window.history.replaceState(null, "", window.location.pathname + (text === "" ? "" : "?" + text));
    tell();
}

/** The path as it is. */
export function usePath(): string {
    return useSyncExternalStore(subscribe, () => window.location.pathname);
}

/** The query as it is. */
export function useQuery(): URLSearchParams {
    return new URLSearchParams(useSyncExternalStore(subscribe, () => window.location.search));
}

/** A path of texts that may hold any character. */
export function pathOf(...segments: (string | number)[]): string {
    return "/" + segments.map((segment) => encodeURIComponent(segment)).join("/");
}

/** The place of a path and its values; nothing where there is none. */
export function placeOf(path: string): { place: Place; values: Record<string, string> } | undefined {
    const given = path.replace(/\/$/, "").split("/");
    for (const place of PLACES) {
        const pattern = place.path.split("/");
        if (pattern.length !== given.length) {
            continue;
        }
        const values: Record<string, string> = {};
        const fits = pattern.every((segment, i) => {
            if (!segment.startsWith(":")) {
                return segment === given[i];
            }
            try {
                values[segment.slice(1)] = decodeURIComponent(given[i] ?? "");
                return given[i] !== "";
            } catch {
                return false;
            }
        });
        if (fits) {
            return { place, values };
        }
    }
    return undefined;
}
