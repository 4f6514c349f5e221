import { useId, useState } from "react";
import { ask, Refused } from "../frame/api";
import { go, pathOf } from "../frame/route";
import { MOST_BESIDE, prefill, standardOf } from "./draft";
import type { Field, Settings, Topic, Whole } from "./types";

/** All that can be set in a project, in one list. */
export async function fieldsOf(project: string): Promise<Field[]> {
    const { topics } = await ask<{ topics: Topic[] }>("/api" + pathOf("projects", project, "settings"));
    return topics.flatMap((topic) => topic.fields);
}

/** A number and what is done with it: "10 more minutes". */
export function More({
    words,
    unit,
    usual,
    act,
}: {
    words: string;
    unit: string;
    usual: number;
    act: (number: number) => void;
}) {
    const id = useId();
    const [text, setText] = useState(String(usual));
    const wrong = !(Number(text) > 0);
    return (
        <span className="field">
            <label htmlFor={id}>{words}</label>
            <input id={id} className="few" inputMode="decimal" value={text} aria-invalid={wrong} onChange={(event) => setText(event.target.value)} />
            <button type="button" disabled={wrong} onClick={() => act(Number(text))}>
                {unit}
            </button>
        </span>
    );
}

/**
 * The same training again with one thing changed in its usual way, or as it was: the form opens with its settings.
 *
 * @property beside what it is compared with: the next one is compared with that too
 */
export function Again({
    project,
    work,
    beside,
    refuse,
}: {
    project: string;
    work: Whole;
    beside: number[];
    refuse: (failure: Refused) => void;
}) {
    if (work.wish.kind !== "training") {
        return null;
    }
    const settings = work.wish.settings;
    const open = (next: Settings) => {
        prefill(project, next, [work.work, ...beside.filter((number) => number !== work.work)].slice(0, MOST_BESIDE));
        go(pathOf("projects", project, "train"));
    };
    const times = async (factor: number) => {
        try {
            const field = (await fieldsOf(project)).find((each) => each.name === "learning_rate")!;
            const wanted = Number(settings.learning_rate ?? standardOf(field, settings)) * factor;
            const next = Math.min(field.high ?? wanted, Math.max(field.low ?? wanted, wanted));
            open({ ...settings, learning_rate: String(Number(next.toPrecision(10))) });
        } catch (failure) {
            refuse(failure as Refused);
        }
    };
    return (
        <>
            <button type="button" onClick={() => times(3)}>
                Again with learning rate ×3
            </button>
            <button type="button" aria-label="Again with learning rate ÷3" onClick={() => times(1 / 3)}>
                ÷3
            </button>
            <button type="button" onClick={() => open(settings)}>
                Use these settings again
            </button>
        </>
    );
}
