import { useState } from "react";
import { Refused, send, useAsked } from "../frame/api";
import { pathOf } from "../frame/route";
import { Failure } from "../parts/words";
import { digits } from "../parts/numbers";
import { Picture, type Chart } from "../parts/picture";
import { useKind } from "../projects/kind";
import { TakeHome } from "./home";

type ClassFigures = { name: string; precision: number | string; recall: number | string; f1: number | string; support: number };
type Test = { accuracy: number; balanced_accuracy: number; low: number; high: number; n: number; classes: ClassFigures[]; confusion?: number[][] };
type Mistake = { image: number; name: string; truth: string; predicted: string; probability: number | string };
type Figures = Record<string, number | string | string[]>;
type Result = { report: { test: Test | Figures; default_test?: Test | Figures; verdict?: string }; mistakes: Mistake[] };
type Categories = { categories: { id: number; name: string }[] };

/** How good the model is on images that nothing was chosen by, and what it gets wrong. */
export function Evaluation({ project, work }: { project: string; work: number }) {
    const at = "/api" + pathOf("projects", project, "works", work);
    const result = useAsked<Result>(at + "/evaluation");
    if (result.failure) {
        return <Failure failure={result.failure} again={result.again} />;
    }
    if (result.value === undefined) {
        return <p className="faint">Looking at the result …</p>;
    }
    const { report, mistakes } = result.value;
    return (
        <>
            <h2>How good it is</h2>
            {isOfClasses(report.test) ? (
                <Classes project={project} test={report.test} default_test={report.default_test as Test | undefined} verdict={report.verdict} mistakes={mistakes} />
            ) : (
                <Numbers test={report.test} default_test={report.default_test as Figures | undefined} verdict={report.verdict} />
            )}
            <Trust at={at} />
            <TakeHome project={project} work={work} />
        </>
    );
}

/** Calibration and what else is drawn of the predictions for the test part. */
function Trust({ at }: { at: string }) {
    const asked = useAsked<{ pictures: { question: string; chart: Chart }[] }>(at + "/result-pictures");
    const pictures = asked.value?.pictures ?? [];
    if (asked.failure) {
        return <Failure failure={asked.failure} again={asked.again} />;
    }
    return pictures.length === 0 ? null : (
        <>
            <h2>How far it can be trusted</h2>
            {pictures.map(({ question, chart }) => (
                <section className="plot" aria-label={question} key={chart.name}>
                    <p className="question">{question}</p>
                    <Picture chart={chart} />
                </section>
            ))}
        </>
    );
}

function isOfClasses(test: Test | Figures): test is Test {
    return "classes" in test;
}

/** The names of figures of numbers, as people say them. */
const FIGURES: Record<string, string> = {
    rmse: "typical error (root mean square)",
    mae: "mean absolute error",
    median_absolute_error: "median absolute error",
    r2: "R²: the share of the differences that it explains",
};

/** How far the predicted numbers are from the true ones. */
function Numbers({ test, default_test, verdict }: { test: Figures; default_test: Figures | undefined; verdict: string | undefined }) {
    const names = Object.keys(test).filter((name) => typeof test[name] === "number" && name !== "n" && !/_(low|high)$/.test(name));
    return (
        <>
            <p>
                On {String(test.n)} items of the test part, which nothing was chosen by. {verdict}
            </p>
            <div className="scroll">
                <table>
                    <thead>
                        <tr>
                            <th scope="col">figure</th>
                            <th scope="col" className="number">this model</th>
                            <th scope="col" className="number">95 %</th>
                            {default_test && <th scope="col" className="number">default settings</th>}
                        </tr>
                    </thead>
                    <tbody>
                        {names.map((name) => (
                            <tr key={name}>
                                <th scope="row">{FIGURES[name] ?? name.replaceAll("_", " ")}</th>
                                <td className="number">{digits(test[name] as number)}</td>
                                <td className="number">
                                    {test[name + "_low"] !== undefined && `${digits(test[name + "_low"] as number)} to ${digits(test[name + "_high"] as number)}`}
                                </td>
                                {default_test && <td className="number">{digits(default_test[name] as number)}</td>}
                            </tr>
                        ))}
                    </tbody>
                </table>
            </div>
        </>
    );
}

type ClassesProps = { project: string; test: Test; default_test: Test | undefined; verdict: string | undefined; mistakes: Mistake[] };

/** How many are told apart, category by category. */
function Classes({ project, test, default_test, verdict, mistakes }: ClassesProps) {
    const table = useKind(project).value?.kind === "table";
    return (
        <>
            <p>
                On {test.n} {table ? "items of the test part" : "test images"}, which nothing was chosen by: accuracy <strong>{percent(test.accuracy)}</strong>, balanced accuracy{" "}
                <strong>{percent(test.balanced_accuracy)}</strong> (95 %: {percent(test.low)} to {percent(test.high)}).
                {default_test && (
                    <>
                        {" "}
                        The default settings come to {percent(default_test.accuracy)}. {verdict}
                    </>
                )}
            </p>
            <div className="scroll">
                <table>
                    <caption>Each category: of what is called so, how much is (precision); of what is so, how much is found (recall).</caption>
                    <thead>
                        <tr>
                            <th scope="col">category</th>
                            <th scope="col" className="number">precision</th>
                            <th scope="col" className="number">recall</th>
                            <th scope="col" className="number">F1</th>
                            <th scope="col" className="number">in the test part</th>
                        </tr>
                    </thead>
                    <tbody>
                        {test.classes.map((each) => (
                            <tr key={each.name}>
                                <th scope="row">{each.name}</th>
                                <td className="number">{digits(each.precision)}</td>
                                <td className="number">{digits(each.recall)}</td>
                                <td className="number">{digits(each.f1)}</td>
                                <td className="number">{each.support}</td>
                            </tr>
                        ))}
                    </tbody>
                </table>
            </div>
            {test.confusion && <Confusion names={test.classes.map((each) => each.name)} counts={test.confusion} />}
            <Mistakes project={project} mistakes={mistakes} />
        </>
    );
}

function percent(value: number | string): string {
    return typeof value === "number" ? (100 * value).toFixed(1) + " %" : value;
}

function Confusion({ names, counts }: { names: string[]; counts: number[][] }) {
    return (
        <div className="scroll">
            <table className="confusion">
                <caption>Rows: what it is; columns: what the model says; in brackets the share of the row.</caption>
                <thead>
                    <tr>
                        <td />
                        {names.map((name) => (
                            <th key={name} scope="col" className="number">
                                {name}
                            </th>
                        ))}
                    </tr>
                </thead>
                <tbody>
                    {counts.map((row, i) => {
                        const sum = row.reduce((a, b) => a + b, 0);
                        return (
                            <tr key={names[i]}>
                                <th scope="row">{names[i]}</th>
                                {row.map((cell, j) => (
                                    <td
                                        key={j}
                                        className={"number" + (i === j ? " right" : cell > 0 ? " wrong" : "")}
                                    >
                                        {cell} {sum > 0 && cell > 0 && <span className="faint">({Math.round((100 * cell) / sum)} %)</span>}
                                    </td>
                                ))}
                            </tr>
                        );
                    })}
                </tbody>
            </table>
        </div>
    );
}

/** The surest mistakes first: some of them are wrong labels, which can be put right here. */
function Mistakes({ project, mistakes }: { project: string; mistakes: Mistake[] }) {
    const of = useAsked<Categories>(mistakes.some((each) => each.image >= 0) ? "/api" + pathOf("projects", project) : undefined);
    const [corrected, setCorrected] = useState<Record<number, string>>({});
    const [refused, setRefused] = useState<Refused>();
    if (mistakes.length === 0) {
        return <p>None of the test part was taken for something else.</p>;
    }
    const correct = async (mistake: Mistake) => {
        const category = of.value?.categories.find((each) => each.name === mistake.predicted);
        if (category === undefined) {
            return;
        }
        setRefused(undefined);
        try {
            await send("POST", "/api" + pathOf("projects", project, "labels"), { images: [mistake.image], category: category.id });
            setCorrected((before) => ({ ...before, [mistake.image]: mistake.predicted }));
        } catch (failure) {
            setRefused(failure as Refused);
        }
    };
    return (
        <>
            <h2>What it gets wrong</h2>
            <p>
                The surest mistakes first.
                {mistakes.some((each) => each.image >= 0) && " Where the model is right and the label is wrong, correct the label."}
            </p>
            {refused && <Failure failure={refused} />}
            <ul className="mistakes">
                {mistakes.map((mistake) => (
                    <li key={mistake.name}>
                        {mistake.image < 0 && <span className="faint">{mistake.name}</span>}
                        {mistake.image >= 0 && (
                            <img
                                src={"/api" + pathOf("projects", project, "images", mistake.image, "thumbnail")}
                                alt={mistake.name}
                                loading="lazy"
                                width="96"
                                height="96"
                            />
                        )}
                        <span>
                            labelled <strong>{mistake.truth}</strong>
                        </span>
                        <span>
                            taken for <strong>{mistake.predicted}</strong> ({percent(mistake.probability)})
                        </span>
                        {corrected[mistake.image] !== undefined ? (
                            <span className="faint">now labelled {corrected[mistake.image]}</span>
                        ) : (
                            mistake.image >= 0 && (
                                <button type="button" className="small" onClick={() => correct(mistake)}>
                                    It is {mistake.predicted}
                                </button>
                            )
                        )}
                    </li>
                ))}
            </ul>
        </>
    );
}
