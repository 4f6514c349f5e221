import { useState } from "react";
import { Refused, send, useAsked } from "../frame/api";
import { Link } from "../frame/link";
import { useLive } from "../frame/live";
import type { PlaceProps } from "../frame/places";
import { go, pathOf } from "../frame/route";
import { bytes, count, digits } from "../parts/numbers";
import { Failure } from "../parts/words";
import type { Brief } from "../train/types";
import { Works } from "../train/works";
import { Balance, SeriesPicture, Spread } from "./pictures";
import type { Column, Look, Table } from "./types";
import "./table.css";

/** A table or series: what it holds, what is to be predicted, and what was learnt from it. */
export default function TablePage({ values }: PlaceProps) {
    const project = values.project!;
    const at = "/api" + pathOf("projects", project);
    const { value, failure, again } = useAsked<Table>(at + "/table");
    const [refused, setRefused] = useState<Refused>();
    if (value === undefined) {
        return failure ? <Failure failure={failure} again={again} /> : <p className="faint">Looking into the table …</p>;
    }
    const { look, target } = value;
    const column = look.columns.find((each) => each.name === target);
    const series = look.series_count > 0;
    const aim = async (name: string) => {
        try {
            await send("PUT", at + "/table/target", { target: name });
            setRefused(undefined);
            again();
        } catch (problem) {
            setRefused(problem as Refused);
        }
    };
    return (
        <>
            <p className="path">
                <Link href="/projects">Projects</Link> ›
            </p>
            <h1>{value.name}</h1>
            <p>
                {series ? (
                    <>
                        {count(look.series_count, "series").replace(/seriess$/, "series")} of {look.shortest === look.longest ? look.longest : `${look.shortest} to ${look.longest}`} steps
                        and {count(look.columns.length - 3, "channel")}
                    </>
                ) : (
                    <>
                        {count(look.rows, "row")} of {count(look.columns.length, "column")}
                    </>
                )}{" "}
                <span className="faint">
                    in <code>{value.file}</code>, {bytes(value.bytes)}
                </span>
            </p>
            {look.notes.map((note) => (
                <p key={note} className="note">
                    {note}
                </p>
            ))}
            {refused && <Failure failure={refused} />}
            <div className="sides">
                <section aria-labelledby="target">
                    <h2 id="target">What is to be predicted</h2>
                    <p className="field">
                        <label htmlFor="which">The column</label>
                        <select id="which" value={target} onChange={(event) => void aim(event.target.value)}>
                            {look.columns.slice(series ? 2 : 0).map((each) => (
                                <option key={each.name}>{each.name}</option>
                            ))}
                        </select>
                    </p>
                    {column && <Target column={column} series={series} />}
                </section>
                <Learn project={project} at={at} />
            </div>
            {series && (
                <>
                    <h2>Some of the series</h2>
                    <div className="many-series">
                        {look.series.map((each) => (
                            <SeriesPicture key={each.name} series={each} />
                        ))}
                    </div>
                </>
            )}
            <Columns look={look} target={target} />
            <First look={look} />
        </>
    );
}

/** What the column to predict says of the task. */
function Target({ column, series }: { column: Column; series: boolean }) {
    const item = series ? "series" : "row";
    if (column.number && column.distinct > 20) {
        return (
            <>
                <p>
                    A number from {digits(column.low)} to {digits(column.high)}, {digits(column.mean)} in the mean.
                </p>
                <Spread column={column} />
            </>
        );
    }
    const rare = column.words.filter((each) => each.count < 3);
    return (
        <>
            <p>
                {count(column.distinct, "class").replace(/classs$/, "classes")}, counted by {item}.
                {rare.length > 0 && ` ${rare.map((each) => each.word).join(", ")}: too few for each part; 3 are needed at least.`}
            </p>
            <Balance column={column} />
        </>
    );
}

/** Trains, searches, and shows what came of it. */
function Learn({ project, at }: { project: string; at: string }) {
    const list = useAsked<{ works: Brief[] }>(at + "/works");
    const live = useLive<{ works: Brief[] }>("work/" + project);
    const [minutes, setMinutes] = useState("5");
    const [refused, setRefused] = useState<Refused>();
    const works = (live ?? list.value)?.works ?? [];
    const running = works.some((work) => work.state === "running");
    const begin = async (path: string, body: object) => {
        setRefused(undefined);
        try {
            go(pathOf("projects", project, "works", (await send<{ work: number }>("POST", at + path, body)).work));
        } catch (failure) {
            setRefused(failure as Refused);
        }
    };
    return (
        <section className="learn" aria-labelledby="learn">
            <h2 id="learn">Train</h2>
            <div className="bar">
                <button type="button" className="main" disabled={running} onClick={() => void begin("/table/trainings", { settings: {} })}>
                    Train with the defaults
                </button>
            </div>
            <form
                className="bar"
                onSubmit={(event) => {
                    event.preventDefault();
                    void begin("/table/searches", { minutes: Number(minutes) });
                }}
            >
                <button type="submit" disabled={running}>
                    Tune for me
                </button>
                <label className="field">
                    for <input className="short" inputMode="decimal" value={minutes} onChange={(event) => setMinutes(event.target.value)} /> minutes
                </label>
            </form>
            {running && <p className="faint">One is running; two at once would only slow each other.</p>}
            {refused && <Failure failure={refused} />}
            {works.length > 0 ? (
                <Works project={project} works={works} />
            ) : (
                <p className="faint">Nothing was trained on it yet. The defaults are a good start; a search then finds better settings by itself.</p>
            )}
        </section>
    );
}

function Columns({ look, target }: { look: Look; target: string }) {
    const rows = Math.max(1, look.rows);
    return (
        <>
            <h2>The columns</h2>
            <div className="scroll">
                <table className="columns">
                    <thead>
                        <tr>
                            <th scope="col">column</th>
                            <th scope="col">kind</th>
                            <th scope="col">spread</th>
                            <th scope="col">values</th>
                            <th scope="col" className="number">missing</th>
                            <th scope="col">to look at</th>
                        </tr>
                    </thead>
                    <tbody>
                        {look.columns.map((each) => (
                            <tr key={each.name} className={each.name === target ? "target" : ""}>
                                <th scope="row">{each.name}</th>
                                <td>{each.name === target ? "to predict" : each.number ? "number" : "words"}</td>
                                <td>
                                    <Spread column={each} />
                                </td>
                                <td>
                                    {each.number ? `${digits(each.low)} to ${digits(each.high)}` : words(each)}
                                </td>
                                <td className="number">{each.missing === 0 ? "" : `${each.missing} (${Math.ceil((100 * each.missing) / rows)} %)`}</td>
                                <td>
                                    {each.problems.map((problem) => (
                                        <span key={problem} className="problem">
                                            ▲ {problem}{" "}
                                        </span>
                                    ))}
                                </td>
                            </tr>
                        ))}
                    </tbody>
                </table>
            </div>
        </>
    );
}

function words(column: Column): string {
    const few = column.words.slice(0, 4).map((each) => each.word);
    return few.join(", ") + (column.distinct > few.length ? ` and ${column.distinct > 1000 ? "more than 1,000" : column.distinct - few.length} more` : "");
}

function First({ look }: { look: Look }) {
    return (
        <>
            <h2>The first rows</h2>
            <div className="scroll" tabIndex={0} role="region" aria-label="The first rows">
                <table className="first">
                    <thead>
                        <tr>
                            {look.columns.map((each) => (
                                <th key={each.name} scope="col" className={each.number ? "number" : ""}>
                                    {each.name}
                                </th>
                            ))}
                        </tr>
                    </thead>
                    <tbody>
                        {look.first.map((row, i) => (
                            <tr key={i}>
                                {row.map((cell, c) => (
                                    <td key={c} className={look.columns[c]?.number ? "number" : ""}>
                                        {cell === "" ? <span className="faint">missing</span> : cell}
                                    </td>
                                ))}
                            </tr>
                        ))}
                    </tbody>
                </table>
            </div>
        </>
    );
}
