import { useId, useState, type ReactNode } from "react";
import { Link } from "../frame/link";
import type { Field, Settings, Topic } from "./types";

const LEVELS = {
    simple: "the basics",
    more: "more",
    expert: "everything",
} as const;

type Level = keyof typeof LEVELS;

/** Where the playground shows what a parameter does. */
function playable(field: Field): ReactNode {
    return field.playable && <Link href={"/playground?show=" + encodeURIComponent(field.name)}>See what it does</Link>;
}

/**
 * The settings of a training: every parameter, from the simple to the expert, each with its help and its usual change.
 *
 * @param level how much is shown at first
 * @param shown the name of a parameter that somebody came for
 * @param besides what stands beside the help of a parameter; a link into the playground, where nobody says otherwise
 */
export function SettingsForm({
    topics,
    settings,
    change,
    searching,
    level: firstLevel = "simple",
    shown,
    besides = playable,
}: {
    topics: Topic[];
    settings: Settings;
    change: (next: Settings) => void;
    searching: boolean;
    level?: Level;
    shown?: string;
    besides?: (field: Field) => ReactNode;
}) {
    const [level, setLevel] = useState<Level>(firstLevel);
    const order = Object.keys(LEVELS) as Level[];
    const fields = topics.flatMap((topic) => topic.fields);
    const changed = Object.keys(settings).length;
    return (
        <>
            <div className="bar">
                <span className="field" role="group" aria-label="How much to show">
                    Show{" "}
                    {order.map((each) => (
                        <button key={each} type="button" aria-pressed={level === each} onClick={() => setLevel(each)}>
                            {LEVELS[each]}
                        </button>
                    ))}
                </span>
                {changed > 0 && (
                    <button type="button" onClick={() => change({})}>
                        All back to their defaults
                    </button>
                )}
            </div>
            {topics
                .filter((topic) => order.indexOf(topic.level) <= order.indexOf(level))
                .map((topic) => {
                    const active = topic.fields.filter((field) => counts(field, fields, settings));
                    return (
                        active.length > 0 && (
                            <fieldset key={topic.title} className="topic">
                                <legend>{topic.title}</legend>
                                <p className="faint">{topic.help}</p>
                                {active.map((field) => (
                                    <Setting
                                        key={field.name}
                                        field={field}
                                        value={settings[field.name]}
                                        searching={searching && field.searchable}
                                        shown={field.name === shown}
                                        besides={besides(field)}
                                        change={(value) => {
                                            const next = { ...settings };
                                            if (value === undefined) {
                                                delete next[field.name];
                                            } else {
                                                next[field.name] = value;
                                            }
                                            change(next);
                                        }}
                                    />
                                ))}
                            </fieldset>
                        )
                    );
                })}
        </>
    );
}

/** Whether a field has something to act on, given the others. */
function counts(field: Field, all: Field[], settings: Settings): boolean {
    return Object.entries(field.when ?? {}).every(([parent, values]) => {
        const above = all.find((each) => each.name === parent);
        return above !== undefined && counts(above, all, settings) && values.map(String).includes(settings[parent] ?? String(above.default));
    });
}

function Setting({
    field,
    value,
    change,
    searching,
    shown,
    besides,
}: {
    field: Field;
    value: string | undefined;
    change: (value: string | undefined) => void;
    searching: boolean;
    shown: boolean;
    besides: ReactNode;
}) {
    const id = useId();
    const standard = String(field.default);
    const [brief, rest] = parted(field.help);
    const set = (next: string) => change(next === standard ? undefined : next);
    return (
        <div className={"setting" + (value === undefined ? "" : " set") + (shown ? " shown" : "")}>
            <label htmlFor={id}>{field.title}</label>
            <span className="field">
                {field.type === "boolean" ? (
                    <input
                        id={id}
                        type="checkbox"
                        checked={(value ?? standard) === "true"}
                        aria-describedby={id + "-help"}
                        onChange={(event) => set(String(event.target.checked))}
                    />
                ) : field.choices !== undefined ? (
                    <>
                    <select id={id} value={value ?? standard} aria-describedby={id + "-help"} onChange={(event) => set(event.target.value)}>
                        {field.choices.map((choice) => (
                            <option key={String(choice)} value={String(choice)}>
                                {String(choice)}
                                {String(choice) === standard ? " (default)" : ""}
                            </option>
                        ))}
                    </select>
                    {neighbours(field, value ?? standard).map((step) => (
                        <button key={step.words} type="button" className="small" onClick={() => set(step.to)}>
                            {step.words}
                        </button>
                    ))}
                    </>
                ) : (
                    <NumberField id={id} field={field} value={value ?? standard} set={set} />
                )}
                {field.unit !== undefined && field.unit !== "" && <span className="faint">{field.unit}</span>}
                {value !== undefined && (
                    <button type="button" className="small" onClick={() => change(undefined)}>
                        default: {standard}
                    </button>
                )}
            </span>
            <div className="help">
                <p id={id + "-help"}>
                    {brief}{" "}
                    <span className="faint">
                        {field.choices === undefined && field.range + "."}
                        {searching && value === undefined && field.searched !== undefined && " The search tries " + field.searched + "."}
                        {searching && value !== undefined && " Fixed, not searched."}
                    </span>
                    {besides && <> {besides}</>}
                </p>
                {rest !== "" && (
                    <details>
                        <summary>All about {field.title}</summary>
                        <p>{rest}</p>
                    </details>
                )}
            </div>
        </div>
    );
}

/** The first sentences of a help text, and what follows where it is long. */
function parted(help: string): [string, string] {
    if (help.length < 260) {
        return [help, ""];
    }
    const end = help.search(/[.:;] /);
    return end < 0 ? [help, ""] : [help.slice(0, end) + ".", help.slice(end + 2)];
}

/** Of numbers to choose from, those that the usual change leads to. */
function neighbours(field: Field, value: string): { words: string; to: string }[] {
    const factor = field.usual_factor;
    if (factor === undefined) {
        return [];
    }
    const to = (wanted: number) => field.choices?.find((choice) => Number(choice) === wanted);
    return [
        { words: "÷" + factor, to: to(Number(value) / factor) },
        { words: "×" + factor, to: to(Number(value) * factor) },
    ].flatMap((step) => (step.to === undefined ? [] : [{ words: step.words, to: String(step.to) }]));
}

/** Any decimal number can be typed; the usual changes are a press away. */
function NumberField({ id, field, value, set }: { id: string; field: Field; value: string; set: (next: string) => void }) {
    const [typed, setTyped] = useState<string>();
    const now = Number(typed ?? value);
    const wrong = (typed ?? value).trim() === "" || Number.isNaN(now) || now < (field.low ?? -Infinity) || now > (field.high ?? Infinity);
    const settle = (next: number) => {
        const bounded = Math.min(field.high ?? next, Math.max(field.low ?? next, next));
        setTyped(undefined);
        set(written(field.type === "integer" ? Math.round(bounded) : bounded));
    };
    const steps =
        field.usual_factor !== undefined
            ? [
                  { words: "÷" + field.usual_factor, to: now / field.usual_factor },
                  { words: "×" + field.usual_factor, to: now * field.usual_factor },
              ]
            : field.usual_difference !== undefined
              ? [
                    { words: "−" + field.usual_difference, to: now - field.usual_difference },
                    { words: "+" + field.usual_difference, to: now + field.usual_difference },
                ]
              : [];
    return (
        <>
            <input
                id={id}
                className="short"
                inputMode="decimal"
                autoComplete="off"
                value={typed ?? value}
                aria-invalid={wrong}
                aria-describedby={id + "-help"}
                onChange={(event) => {
                    setTyped(event.target.value);
                    const next = Number(event.target.value);
                    if (event.target.value.trim() !== "" && !Number.isNaN(next)) {
                        set(event.target.value.trim());
                    }
                }}
                onBlur={() => setTyped(undefined)}
            />
            {steps.map((step) => (
                <button key={step.words} type="button" className="small" disabled={Number.isNaN(now)} onClick={() => settle(step.to)}>
                    {step.words}
                </button>
            ))}
            {wrong && <span className="wrong">must be {field.range}</span>}
        </>
    );
}

/** Without the last bits that no person typed: 0.003 times 3 is 0.009. */
function written(value: number): string {
    return String(Number(value.toPrecision(10)));
}
