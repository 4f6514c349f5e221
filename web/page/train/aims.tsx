import { useEffect, useId, useState, type ReactNode } from "react";
import { Refused, send } from "../frame/api";
import { Failure } from "../parts/words";
import type { Aims, Draft } from "./draft";
import type { Goals, Plan, Settings } from "./types";

/** The words of a metric that nobody has named yet. */
const USUALLY = "accuracy, as usual";

/** What the server takes of a search. */
export type Asked = {
    minutes: number;
    objectives: string[];
    limits: string[];
    settings: Settings;
    ranges: Settings;
    manner: Settings;
};

/** What is asked for, in the words of the server; nothing is left out that was said wrongly: the server says why. */
export function askedOf(aims: Aims, draft: Draft, usual: string): Asked {
    const metric = aims.metric !== "" ? aims.metric : aims.costs.length > 0 ? usual : "";
    const limits = [
        ["memory", aims.memory, "MB"],
        ["size", aims.size, "kB"],
    ].flatMap(([name, number, unit]) => (number!.trim() === "" ? [] : [name + "<=" + number!.trim() + unit]));
    const manner = Object.entries({
        sampler: aims.sampler,
        scheduler: aims.scheduler,
        workers: aims.workers.trim(),
        trial_seconds: aims.seconds.trim(),
    }).filter(([, text]) => text !== "");
    return {
        minutes: aims.minutes.trim() === "" || Number.isNaN(Number(aims.minutes)) ? 0 : Number(aims.minutes),
        objectives: metric === "" ? [] : [metric, ...aims.costs],
        limits,
        settings: draft.settings,
        ranges: draft.ranges,
        manner: Object.fromEntries(manner),
    };
}

/** What a search would do, asked again as a person types. */
export function usePlan(at: string, asked: Asked | undefined): { plan: Plan | undefined; refused: Refused | undefined } {
    const [state, setState] = useState<{ plan: Plan | undefined; refused: Refused | undefined }>({ plan: undefined, refused: undefined });
    const text = asked && JSON.stringify(asked);
    useEffect(() => {
        if (text === undefined) {
            return;
        }
        let gone = false;
        const wait = window.setTimeout(() => {
            send<Plan>("POST", at + "/plan", JSON.parse(text))
                .then((plan) => !gone && setState({ plan, refused: undefined }))
                .catch((refused: Refused) => !gone && setState((before) => ({ plan: before.plan, refused })));
        }, 250);
        return () => {
            gone = true;
            clearTimeout(wait);
        };
    }, [at, text]);
    return state;
}

/** How long, for what, within which limits: all but the minutes has a default that is good. */
export function AimsForm({
    aims,
    change,
    goals,
    plan,
    refused,
}: {
    aims: Aims;
    change: (next: Aims) => void;
    goals: Goals;
    plan: Plan | undefined;
    refused: Refused | undefined;
}) {
    const set = (part: Partial<Aims>) => change({ ...aims, ...part });
    const problems = plan?.problems ?? {};
    const ofLimits = Object.entries(problems).filter(([name]) => name.startsWith("limit ") || name === "ranges");
    const limited = aims.memory + aims.size + aims.seconds !== "";
    return (
        <>
            <p className="field">
                <label htmlFor="minutes">Minutes in all</label>
                <input
                    id="minutes"
                    className="short"
                    inputMode="decimal"
                    value={aims.minutes}
                    aria-invalid={!(Number(aims.minutes) > 0)}
                    onChange={(event) => set({ minutes: event.target.value })}
                />
            </p>
            <details className="aims">
                <summary>
                    What is to be better: {[named(aims.metric), ...aims.costs.map(named)].join(", ")}
                    {limited ? "; within limits" : "; no limits"}
                </summary>
                <p className="field">
                    <label htmlFor="metric">Good at its task means</label>
                    <select id="metric" value={aims.metric} onChange={(event) => set({ metric: event.target.value })}>
                        <option value="">{USUALLY}</option>
                        {goals.metrics.map((metric) => (
                            <option key={metric.name} value={metric.name}>
                                {named(metric.name)}
                            </option>
                        ))}
                    </select>
                </p>
                <p className="faint">
                    {goals.metrics.find((metric) => metric.name === aims.metric)?.help ??
                        "The share of images that are named rightly; where some categories are much rarer than others, the mean of that share over the categories."}
                </p>
                <fieldset className="plain">
                    <legend>And beside it</legend>
                    {goals.costs.map((cost) => (
                        <label key={cost.name} className="row">
                            <input
                                type="checkbox"
                                checked={aims.costs.includes(cost.name)}
                                onChange={(event) =>
                                    set({
                                        costs: goals.costs
                                            .map((each) => each.name)
                                            .filter((name) => (name === cost.name ? event.target.checked : aims.costs.includes(name))),
                                    })
                                }
                            />{" "}
                            {cost.help} <span className="faint">({cost.name})</span>
                        </label>
                    ))}
                </fieldset>
                {problems.objectives && <p className="wrong">{problems.objectives}</p>}
                <fieldset className="plain">
                    <legend>Limits to keep; empty for none</legend>
                    <Limit words="Memory while it is trained, at most" unit="MB" text={aims.memory} set={(memory) => set({ memory })} />
                    <Limit words="Size of the model, at most" unit="kB" text={aims.size} set={(size) => set({ size })} />
                    <Limit words="Time of one trial, at most" unit="s" text={aims.seconds} set={(seconds) => set({ seconds })} />
                </fieldset>
                {ofLimits.map(([name, problem]) => (
                    <p key={name} className="wrong" aria-live="polite">
                        {problem}
                    </p>
                ))}
            </details>
            <details className="aims">
                <summary>Who searches: {[aims.sampler, aims.scheduler, aims.workers && aims.workers + " at once"].filter(Boolean).join(", ") || "auto"}</summary>
                <p className="faint">For who knows these words. What is left at auto is chosen while the search goes on, with its reasons.</p>
                <Choice words="Sampler: who proposes what is tried" value={aims.sampler} choices={goals.samplers} set={(sampler) => set({ sampler })} />
                <Choice
                    words="Scheduler: who decides how long trials run"
                    value={aims.scheduler}
                    choices={goals.schedulers}
                    set={(scheduler) => set({ scheduler })}
                />
                <Limit words="Trials at once; empty for what is quickest" unit="" text={aims.workers} set={(workers) => set({ workers })} />
            </details>
            <section className="plan" aria-live="polite" aria-label="What will happen">
                {refused ? (
                    <Failure failure={refused} />
                ) : Object.keys(problems).length > 0 ? (
                    <p className="wrong">
                        {Object.values(problems)[0]} {Object.keys(problems).length > 1 && "There is more to put right below."}
                    </p>
                ) : (
                    plan?.sentences.map((sentence) => <p key={sentence}>{sentence}</p>)
                )}
            </section>
        </>
    );
}

function named(name: string): string {
    return name === "" ? USUALLY : name.replaceAll("_", " ");
}

function Row({ words, children }: { words: string; children: (id: string) => ReactNode }) {
    const id = useId();
    return (
        <p className="row">
            <label htmlFor={id}>{words}</label> {children(id)}
        </p>
    );
}

function Limit({ words, unit, text, set }: { words: string; unit: string; text: string; set: (next: string) => void }) {
    const wrong = text.trim() !== "" && !(Number(text) > 0);
    return (
        <Row words={words}>
            {(id) => (
                <>
                    <input
                        id={id}
                        className="short"
                        inputMode="decimal"
                        autoComplete="off"
                        value={text}
                        aria-invalid={wrong}
                        onChange={(event) => set(event.target.value)}
                    />{" "}
                    {unit}
                    {wrong && <span className="wrong"> must be a number above 0</span>}
                </>
            )}
        </Row>
    );
}

function Choice({ words, value, choices, set }: { words: string; value: string; choices: string[]; set: (next: string) => void }) {
    return (
        <Row words={words}>
            {(id) => (
                <select id={id} value={value} onChange={(event) => set(event.target.value)}>
                    <option value="">auto</option>
                    {choices
                        .filter((choice) => choice !== "auto")
                        .map((choice) => (
                            <option key={choice}>{choice}</option>
                        ))}
                </select>
            )}
        </Row>
    );
}
