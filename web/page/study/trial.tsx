import { useAsked } from "../frame/api";
import { Link } from "../frame/link";
import { useLive } from "../frame/live";
import type { PlaceProps } from "../frame/places";
import { pathOf } from "../frame/route";
import { digits, moment, time } from "../parts/numbers";
import { Picture, type Chart } from "../parts/picture";
import { Failure } from "../parts/words";
import { apiOf, type StudyState } from "../studies/types";
import { TrialActions } from "../train/actions";
import { useMemo } from "react";

/** What the stores of projects are called. */
const OF_PROJECT = "project-";

type Trial = {
    trial: number;
    trials: number;
    state: string;
    started_at: string;
    seconds: number;
    reached: number;
    threads: number;
    by: string;
    reasons: string[];
    repeat_of?: number;
    checkpoint?: number;
    worker?: string;
    target?: number;
    why?: string;
    values: Record<string, number | string>;
    configuration: Record<string, unknown>;
    curve: Record<string, (number | string)[]>;
};

/** All about one trial. */
export default function TrialPage({ values }: PlaceProps) {
    const { store = "", study = "", trial = "" } = values;
    const live = useLive<StudyState>("study/" + store + "/" + study);
    const asked = useAsked<Trial>(apiOf(store, study) + "/trials/" + encodeURIComponent(trial), live?.version);
    const found = asked.value;
    const project = store.startsWith(OF_PROJECT) ? store.slice(OF_PROJECT.length) : undefined;
    const back = (
        <p className="path">
            <Link href="/studies">Studies</Link> › <Link href={pathOf("studies", store, study)}>{study}</Link> ›{" "}
            <Link href={pathOf("studies", store, study) + "?tab=trials"}>Trials</Link>
        </p>
    );
    if (asked.failure && found === undefined) {
        return (
            <>
                {back}
                <h1>Trial {trial}</h1>
                <Failure failure={asked.failure} again={asked.again} />
            </>
        );
    }
    if (found === undefined) {
        return back;
    }
    const near = (number: number, words: string) =>
        number >= 0 && number < found.trials ? (
            <Link className="button" href={pathOf("studies", store, study, "trials", number)}>
                {words}
            </Link>
        ) : null;
    return (
        <>
            {back}
            <h1>Trial {found.trial}</h1>
            <p className="standing">
                <strong>{found.state[0]!.toUpperCase() + found.state.slice(1)}.</strong> {found.why !== undefined && sentence(found.why)}
                {found.worker !== undefined && " Worker " + found.worker + ", on its way to " + digits(found.target) + "."} Began{" "}
                {moment(found.started_at)}, {time(found.seconds)} of work, came to {digits(found.reached)}.
                {found.repeat_of !== undefined && " It repeats trial " + found.repeat_of + "."}
            </p>
            <div className="bar">
                {near(found.trial - 1, "← trial " + (found.trial - 1))}
                {near(found.trial + 1, "trial " + (found.trial + 1) + " →")}
            </div>
            {project !== undefined && <TrialActions project={project} study={study} trial={found.trial} />}
            <div className="tiles">
                {Object.entries(found.values).map(([name, value]) => (
                    <div key={name} className="tile">
                        <span className="faint">{name}</span>
                        <strong>{digits(value)}</strong>
                    </div>
                ))}
            </div>
            <h2>Why it was tried</h2>
            <p>
                Proposed by {found.by}. {found.reasons.filter(Boolean).map(sentence).join(" ")}
            </p>
            <Curves curve={found.curve} />
            <h2>Configuration</h2>
            <dl className="facts">
                {Object.entries(found.configuration).map(([name, value]) => (
                    <div key={name}>
                        <dt>{name}</dt>
                        <dd>{typeof value === "number" || typeof value === "string" ? digits(value) : JSON.stringify(value)}</dd>
                    </div>
                ))}
            </dl>
        </>
    );
}

/** Each number that it reported, over how far it was. */
function Curves({ curve }: { curve: Record<string, (number | string)[]> }) {
    const { fidelity = [], ...rest } = curve;
    const stamp = JSON.stringify(curve);
    const charts = useMemo(
        () =>
            Object.entries(rest).map(
                ([name, values]): Chart => ({
                    name: "curve-" + name,
                    title: name,
                    caption: "What the trial reported of " + name + " as it went on.",
                    panels: [
                        {
                            kind: "plane",
                            title: "",
                            x: { kind: "numbers", name: "came to", unit: "", scale: "linear" },
                            y: { kind: "numbers", name, unit: "", scale: "linear" },
                            layers: [
                                {
                                    kind: "line",
                                    name,
                                    role: "series",
                                    x: fidelity,
                                    y: values.map((value) => (typeof value === "number" ? value : null)),
                                    form: "straight",
                                },
                            ],
                        },
                    ],
                }),
            ),
        [stamp],
    );
    if (fidelity.length < 2) {
        return null;
    }
    return (
        <>
            <h2>Its curves</h2>
            <div className="pair-of-pictures">
                {charts.map((chart) => (
                    <Picture key={chart.name} chart={chart} />
                ))}
            </div>
        </>
    );
}

function sentence(words: string): string {
    return words[0]!.toUpperCase() + words.slice(1) + (/[.!?]$/.test(words) ? "" : ".");
}
