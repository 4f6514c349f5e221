import { useId, useState, type ReactNode } from "react";
import { Link } from "../frame/link";
import { counts, standardOf, wayOf, type Draft } from "./draft";
import { NumberField, neighbours } from "./number";
import { RangeField, usualRange } from "./range";
import type { Field, Topic } from "./types";

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
 * The settings of a training: every parameter, from the simple to the expert, each with its help and its usual change. For a
 * search each is fixed or searched.
 *
 * @property problems what cannot be, in words, by the names of the parameters
 * @property level how much is shown at first
 * @property shown the name of a parameter that somebody came for
 * @property besides what stands beside the help of a parameter; a link into the playground, where nobody says otherwise
 */
export function SettingsForm({
    topics,
    draft,
    change,
    searching,
    problems,
    level: firstLevel = "simple",
    shown,
    besides = playable,
}: {
    topics: Topic[];
    draft: Draft;
    change: (next: Draft) => void;
    searching: boolean;
    problems: Record<string, string>;
    level?: Level;
    shown?: string;
    besides?: (field: Field) => ReactNode;
}) {
    const [level, setLevel] = useState<Level>(firstLevel);
    const order = Object.keys(LEVELS) as Level[];
    const fields = topics.flatMap((topic) => topic.fields);
    const changed = Object.keys(draft.settings).length + (searching ? Object.keys(draft.ranges).length : 0);
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
                    <button type="button" onClick={() => change({ settings: {}, ranges: {} })}>
                        {searching ? "Search everything that is usually searched" : "All back to their defaults"}
                    </button>
                )}
            </div>
            {topics
                .filter((topic) => order.indexOf(topic.level) <= order.indexOf(level))
                .map((topic) => {
                    const active = topic.fields.filter((field) => counts(field, fields, draft, searching));
                    return (
                        active.length > 0 && (
                            <fieldset key={topic.title} className="topic">
                                <legend>{topic.title}</legend>
                                <p className="faint">{topic.help}</p>
                                {active.map((field) => (
                                    <Setting
                                        key={field.name}
                                        field={field}
                                        draft={draft}
                                        searching={searching}
                                        problem={problems[field.name]}
                                        shown={field.name === shown}
                                        besides={besides(field)}
                                        change={change}
                                    />
                                ))}
                            </fieldset>
                        )
                    );
                })}
        </>
    );
}

type SettingProps = {
    field: Field;
    draft: Draft;
    change: (next: Draft) => void;
    searching: boolean;
    problem: string | undefined;
    shown: boolean;
    besides: ReactNode;
};

/** One parameter: fixed at a value, or searched in a range. */
function Setting({ field, draft, change, searching, problem, shown, besides }: SettingProps) {
    const id = useId();
    const standard = standardOf(field, draft.settings);
    const [brief, rest] = parted(field.help);
    const { [field.name]: value, ...otherSettings } = draft.settings;
    const { [field.name]: range, ...otherRanges } = draft.ranges;
    const way = searching ? wayOf(field, draft) : "fix";
    const chooses = searching && field.searchable;
    /** Of what is usually searched also the default has to be said where it is to stay. */
    const fix = (next: string) =>
        change({
            settings:
                next === standard && !(chooses && field.usually_searched) ? otherSettings : { ...otherSettings, [field.name]: next },
            ranges: otherRanges,
        });
    const asUsual = () => change({ settings: otherSettings, ranges: otherRanges });
    const search = (next: string) =>
        change({
            settings: otherSettings,
            ranges: next === usualRange(field) && field.usually_searched ? otherRanges : { ...otherRanges, [field.name]: next },
        });
    const own = way === "search" ? range !== undefined : value !== undefined;
    return (
        <div className={"setting" + (own ? " set" : "") + (shown ? " shown" : "")}>
            <label htmlFor={id}>{field.title}</label>
            <span className="field">
                {chooses && (
                    <span className="way" role="radiogroup" aria-label={field.title + ": fix or search"}>
                        {(["fix", "search"] as const).map((each) => (
                            <label key={each}>
                                <input
                                    type="radio"
                                    name={id + "-way"}
                                    checked={way === each}
                                    onChange={() => (each === "fix" ? fix(value ?? standard) : search(usualRange(field)))}
                                />{" "}
                                {each}
                            </label>
                        ))}
                    </span>
                )}
                {way === "search" ? (
                    <RangeField id={id} field={field} range={range ?? usualRange(field)} problem={problem} set={search} />
                ) : (
                    <Value id={id} field={field} standard={standard} value={value ?? standard} set={fix} />
                )}
                {field.unit !== undefined && field.unit !== "" && (way === "fix" || field.search?.choices === undefined) && <span className="faint">{field.unit}</span>}
                {own && (
                    <button type="button" className="small" onClick={asUsual}>
                        {chooses && field.usually_searched ? "as usual" : "default: " + standard}
                    </button>
                )}
            </span>
            <div className="help">
                <p id={id + "-problem"} className="wrong" aria-live="polite">
                    {problem}
                </p>
                <p id={id + "-help"}>
                    {brief}{" "}
                    <span className="faint">
                        {field.choices === undefined && field.range + "."}
                        {way === "search" && range === undefined && " The range that is usually searched."}
                        {chooses && way === "fix" && value === undefined && " Usually not searched."}
                        {searching && !field.searchable && " The same for all trials."}
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

/** One value, in the way that fits what it is. */
function Value({
    id,
    field,
    standard,
    value,
    set,
}: {
    id: string;
    field: Field;
    standard: string;
    value: string;
    set: (next: string) => void;
}) {
    if (field.type === "boolean") {
        return (
            <input
                id={id}
                type="checkbox"
                checked={value === "true"}
                aria-describedby={id + "-help"}
                onChange={(event) => set(String(event.target.checked))}
            />
        );
    }
    if (field.choices === undefined) {
        return <NumberField id={id} field={field} value={value} set={set} />;
    }
    return (
        <>
            <select id={id} value={value} aria-describedby={id + "-help"} onChange={(event) => set(event.target.value)}>
                {field.choices.map((choice) => (
                    <option key={String(choice)} value={String(choice)}>
                        {String(choice)}
                        {String(choice) === standard ? " (default)" : ""}
                    </option>
                ))}
            </select>
            {neighbours(field, value).map((step) => (
                <button key={step.words} type="button" className="small" onClick={() => set(step.to)}>
                    {step.words}
                </button>
            ))}
        </>
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
