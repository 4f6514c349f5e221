import { standardOf } from "../train/draft";
import type { Field, Settings, Topic } from "../train/types";

/** What a network has for a field: what was set, or its default. */
export function valueOf(field: Field, settings: Settings): string {
    return settings[field.name] ?? standardOf(field, settings);
}

/** All fields of some topics. */
export function fieldsOf(topics: Topic[]): Field[] {
    return topics.flatMap((topic) => topic.fields);
}

/**
 * Two networks that differ in one parameter by its usual change; what it needs to have an effect is set in both. For parameters
 * about which there is no lesson.
 */
export function comparison(name: string, fields: Field[]): Settings[] | undefined {
    const field = fields.find((each) => each.name === name);
    if (field === undefined) {
        return undefined;
    }
    const both = needed(field, fields);
    const other = changed(field, both);
    return other === undefined ? [both] : [both, { ...both, [name]: other }];
}

/** The settings under which a field has something to act on. */
function needed(field: Field, fields: Field[]): Settings {
    const settings: Settings = {};
    for (const [parent, values] of Object.entries(field.when ?? {})) {
        const above = fields.find((each) => each.name === parent);
        if (above !== undefined) {
            Object.assign(settings, needed(above, fields));
            if (!values.map(String).includes(String(above.default))) {
                settings[parent] = String(values[0]);
            }
        }
    }
    return settings;
}

/** The value that the usual change leads to; another choice, where there are choices. */
function changed(field: Field, settings: Settings): string | undefined {
    const now = valueOf(field, settings);
    if (field.type === "boolean") {
        return now === "true" ? "false" : "true";
    }
    if (field.choices !== undefined) {
        const at = field.choices.map(String).indexOf(now);
        const other = field.choices[at + 1] ?? field.choices[at - 1];
        return other === undefined ? undefined : String(other);
    }
    const high = field.high ?? Infinity;
    const value = Number(now);
    if (value === 0 && field.usual_factor !== undefined) {
        // Nothing can be multiplied: the middle of where it is of use.
        return String(Math.min(high, 0.01));
    }
    const up = field.usual_factor !== undefined ? value * field.usual_factor : value + (field.usual_difference ?? 1);
    const down = field.usual_factor !== undefined ? value / field.usual_factor : value - (field.usual_difference ?? 1);
    return String(Number((up <= high ? up : down).toPrecision(10)));
}

/** In what two networks differ: the title of the field, and what each has. */
export function differences(networks: Settings[], fields: Field[]): { field: Field; values: string[] }[] {
    return fields
        .map((field) => ({ field, values: networks.map((settings) => valueOf(field, settings)) }))
        .filter(({ values }) => new Set(values).size > 1);
}
