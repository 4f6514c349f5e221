import { useState } from "react";
import type { Field, Settings } from "./types";

/**
 * What a person has said of the next training or search, kept while they go from page to page.
 *
 * @property settings what is fixed, by name; a training takes nothing else
 * @property ranges what is searched in a range of the person's own, by name: "0.001..0.1" or "a,b"
 */
export type Draft = { settings: Settings; ranges: Settings };

/** How the search is to be, beside its settings and ranges; all as people write it. */
export type Aims = {
    minutes: string;
    metric: string;
    costs: string[];
    memory: string;
    size: string;
    seconds: string;
    sampler: string;
    scheduler: string;
    workers: string;
};

/** Minutes are all that has to be said. */
export const USUAL: Aims = {
    minutes: "20",
    metric: "",
    costs: [],
    memory: "",
    size: "",
    seconds: "",
    sampler: "",
    scheduler: "",
    workers: "",
};

function keyOf(what: string, project: string): string {
    return "sweetspot." + what + "." + project;
}

function read<T extends object>(key: string, otherwise: T): T {
    try {
        return { ...otherwise, ...JSON.parse(sessionStorage.getItem(key) ?? "{}") };
    } catch {
        return otherwise;
    }
}

function useKept<T extends object>(key: string, otherwise: T): [T, (next: T) => void] {
    const [value, setValue] = useState<T>(() => read(key, otherwise));
    return [
        value,
        (next) => {
            setValue(next);
            sessionStorage.setItem(key, JSON.stringify(next));
        },
    ];
}

/** The settings of the next training, and the ranges of the next search. */
export function useDraft(project: string): [Draft, (next: Draft) => void] {
    const [settings, setSettings] = useKept<Settings>(keyOf("settings", project), {});
    const [ranges, setRanges] = useKept<Settings>(keyOf("ranges", project), {});
    return [
        { settings, ranges },
        (next) => {
            setSettings(next.settings);
            setRanges(next.ranges);
        },
    ];
}

/** What the next search is for. */
export function useAims(project: string): [Aims, (next: Aims) => void] {
    return useKept(keyOf("aims", project), USUAL);
}

/** Whether the form opens for a training or a search. */
export function useMode(project: string): ["training" | "search", (next: "training" | "search") => void] {
    const [kept, keep] = useKept<{ mode: "training" | "search" }>(keyOf("mode", project), { mode: "training" });
    return [kept.mode, (mode) => keep({ mode })];
}

/** The form of the project opens for a training with these settings; its result is shown beside the trainings named. */
export function prefill(project: string, settings: Settings, beside: number[] = []) {
    sessionStorage.setItem(keyOf("settings", project), JSON.stringify(settings));
    sessionStorage.setItem(keyOf("ranges", project), "{}");
    sessionStorage.setItem(keyOf("mode", project), JSON.stringify({ mode: "training" }));
    sessionStorage.setItem(keyOf("beside", project), JSON.stringify({ works: beside }));
}

/** Five strokes can be told apart by everybody: one training and four others. */
export const MOST_BESIDE = 4;

/** With which trainings the next one is to be compared. */
export function besideOf(project: string): number[] {
    return read<{ works: number[] }>(keyOf("beside", project), { works: [] }).works;
}

/** With which trainings the next one is to be compared; asked once. */
export function takeBeside(project: string): number[] {
    const works = besideOf(project);
    sessionStorage.removeItem(keyOf("beside", project));
    return works;
}

/** The default that counts where the others are set so. */
export function standardOf(field: Field, settings: Settings): string {
    for (const [other, standards] of Object.entries(field.default_where ?? {})) {
        const standard = standards[settings[other] ?? ""];
        if (standard !== undefined) {
            return String(standard);
        }
    }
    return String(field.default);
}

/** Whether a field is fixed or searched, where a search is asked for. */
export function wayOf(field: Field, draft: Draft): "fix" | "search" {
    if (!field.searchable) {
        return "fix";
    }
    if (draft.ranges[field.name] !== undefined) {
        return "search";
    }
    return draft.settings[field.name] === undefined && field.usually_searched === true ? "search" : "fix";
}

/** The values that a field of few can have. */
function valuesOf(field: Field, draft: Draft, searching: boolean): string[] {
    if (searching && wayOf(field, draft) === "search") {
        const range = draft.ranges[field.name];
        return range !== undefined ? range.split(",") : (field.search?.choices ?? [String(field.default)]);
    }
    return [draft.settings[field.name] ?? standardOf(field, draft.settings)];
}

/** Whether a field has something to act on, given what the others are or may be. */
export function counts(field: Field, all: Field[], draft: Draft, searching: boolean): boolean {
    return Object.entries(field.when ?? {}).every(([parent, values]) => {
        const above = all.find((each) => each.name === parent);
        const wanted = values.map(String);
        return (
            above !== undefined &&
            counts(above, all, draft, searching) &&
            valuesOf(above, draft, searching).some((value) => wanted.includes(value))
        );
    });
}

/** All that a configuration says, in the words of the form. */
export function wholeOf(configuration: Record<string, unknown>, fields: Field[]): Settings {
    return Object.fromEntries(
        fields.filter((field) => configuration[field.name] !== undefined).map((field) => [field.name, String(configuration[field.name])]),
    );
}

/** The same without what is at its default. */
export function settingsOf(configuration: Record<string, unknown>, fields: Field[]): Settings {
    const whole = wholeOf(configuration, fields);
    return Object.fromEntries(
        fields
            .filter((field) => whole[field.name] !== undefined && whole[field.name] !== standardOf(field, whole))
            .map((field) => [field.name, whole[field.name]!]),
    );
}
