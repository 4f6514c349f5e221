import { useEffect, useState } from "react";
import { ask, useAsked } from "../frame/api";
import { Link } from "../frame/link";
import { pathOf } from "../frame/route";
import { digits, time } from "../parts/numbers";
import { MOST_BESIDE } from "./draft";
import { Lines, type Line } from "./lines";
import type { Brief, Columns, Field, Settings, Topic, Whole } from "./types";
import { wishInWords } from "./works";

/** Other works as they were when they were asked for. */
export function useWorks(project: string, numbers: number[]): Whole[] {
    const [works, setWorks] = useState<Whole[]>([]);
    const text = numbers.join(",");
    useEffect(() => {
        let gone = false;
        const asked = text === "" ? [] : text.split(",");
        Promise.all(asked.map((number) => ask<Whole>("/api" + pathOf("projects", project, "works", number)).catch(() => undefined))).then(
            (found) => !gone && setWorks(found.filter((work) => work !== undefined)),
        );
        return () => {
            gone = true;
        };
    }, [project, text]);
    return works.filter((work) => numbers.includes(work.work));
}

/** Which trainings stand beside this one. */
export function ChooseBeside({
    others,
    chosen,
    choose,
}: {
    others: Brief[];
    chosen: number[];
    choose: (next: number[]) => void;
}) {
    if (others.length === 0) {
        return null;
    }
    return (
        <details className="aims" open={chosen.length > 0 || undefined}>
            <summary>
                {chosen.length === 0 ? "Compare with earlier trainings" : `Compared with ${chosen.length} other${chosen.length === 1 ? "" : "s"}`}
            </summary>
            <div className="others" role="group" aria-label={`Compare with, at most ${MOST_BESIDE}`}>
                {others.map((each) => (
                    <label key={each.work}>
                        <input
                            type="checkbox"
                            checked={chosen.includes(each.work)}
                            disabled={chosen.length >= MOST_BESIDE && !chosen.includes(each.work)}
                            onChange={(event) =>
                                choose(event.target.checked ? [...chosen, each.work] : chosen.filter((number) => number !== each.work))
                            }
                        />{" "}
                        {each.work}. {wishInWords(each.wish)}
                    </label>
                ))}
            </div>
        </details>
    );
}

/** Losses in one picture, accuracies in the other: each training has its own colour and stroke in both. */
export function Curves({ work, beside }: { work: Whole; beside: Whole[] }) {
    const all = [work, ...beside];
    const several = beside.length > 0;
    const named = (which: Whole, what: string) => (several ? `${which.work}: ${what}` : what);
    const losses = all.flatMap((each, i) => lossesOf(each, several ? i : undefined, (what) => named(each, what)));
    const figures = all.flatMap((each, i) =>
        (several ? ["accuracy", "r2"] : ["accuracy", "balanced_accuracy", "r2"])
            .map((name) => line(each.curve, name, named(each, name.replaceAll("_", " ")), several ? i : undefined))
            .filter((one) => one.values.length > 0),
    );
    return (
        <>
            {several && (
                <p className="faint">
                    Each training has its own colour and stroke. Thick lines are the validation part, thin ones what is learnt from.
                </p>
            )}
            <div className="pair-of-pictures">
                <Lines title="Loss: what the training lessens" lines={losses} unit="epochs" />
                <Lines title="On the validation part: more is better" lines={figures} unit="epochs" />
            </div>
        </>
    );
}

function lossesOf(work: Whole, stroke: number | undefined, named: (what: string) => string): Line[] {
    const learnt: Line =
        work.glimpses.epochs.length > 0
            ? { name: named("training"), epochs: work.glimpses.epochs, values: work.glimpses.training_loss, faint: true, stroke }
            : { ...line(work.curve, "training_loss", named("training"), stroke), faint: true };
    return [learnt, line(work.curve, "log_loss", named("validation"), stroke)].filter((each) => each.values.length > 0);
}

function line(curve: Columns, name: string, title: string, stroke: number | undefined): Line {
    return { name: title, epochs: (curve.epochs ?? []).map(Number), values: (curve[name] ?? []).map(Number), stroke };
}

/** What differs between the settings of some trainings, and what came of it. */
export function Differences({ project, works }: { project: string; works: Whole[] }) {
    const topics = useAsked<{ topics: Topic[] }>("/api" + pathOf("projects", project, "settings"));
    const fields = (topics.value?.topics ?? []).flatMap((topic) => topic.fields);
    const names = [...new Set(works.flatMap((work) => Object.keys(settingsOf(work))))];
    const rows = names
        .map((name) => ({ name: titled(name), values: works.map((work) => settingsOf(work)[name] ?? standard(name, fields)) }))
        .filter((row) => new Set(row.values).size > 1);
    const cells = (of: (work: Whole) => string) => works.map(of);
    const results = [
        { name: "best accuracy, validation", values: cells((work) => best(work.curve.accuracy)) },
        { name: "least loss, validation", values: cells((work) => best((work.curve.log_loss ?? []).map((value) => -Number(value)), -1)) },
        { name: "epochs so far", values: cells((work) => digits(work.latest?.epochs)) },
        { name: "time for these", values: cells((work) => (work.latest ? time(Number(work.latest.seconds)) : "–")) },
    ];
    return (
        <div className="scroll">
            <table>
                <caption>What differs, and what came of it</caption>
                <thead>
                    <tr>
                        <th scope="col">training</th>
                        {works.map((work) => (
                            <th key={work.work} scope="col">
                                <Link href={pathOf("projects", project, "works", work.work)}>{work.work}</Link>
                            </th>
                        ))}
                    </tr>
                </thead>
                <tbody>
                    {[...rows, ...results].map((row) => (
                        <tr key={row.name}>
                            <th scope="row">{row.name}</th>
                            {row.values.map((value, i) => (
                                <td key={i}>{value}</td>
                            ))}
                        </tr>
                    ))}
                </tbody>
            </table>
            {rows.length === 0 && <p className="faint">Their settings are the same.</p>}
        </div>
    );
}

function settingsOf(work: Whole): Settings {
    return work.wish.kind === "training" ? work.wish.settings : {};
}

function titled(name: string): string {
    return name.replaceAll("_", " ");
}

function standard(name: string, fields: Field[]): string {
    const field = fields.find((each) => each.name === name);
    return field === undefined ? "default" : String(field.default);
}

function best(values: (number | string)[] | undefined, sign = 1): string {
    const numbers = (values ?? []).map(Number).filter(Number.isFinite);
    return numbers.length === 0 ? "–" : digits(sign * Math.max(...numbers));
}
