import { useEffect, useState } from "react";
import { Refused, send, useAsked } from "../frame/api";
import { Link } from "../frame/link";
import { useLive } from "../frame/live";
import { go, pathOf } from "../frame/route";
import type { PlaceProps } from "../frame/places";
import { Empty, Failure } from "../parts/words";
import { count, digits, time } from "../parts/numbers";
import { AimsForm, askedOf, usePlan } from "./aims";
import { besideOf, takeBeside, useAims, useDraft, useMode } from "./draft";
import { SettingsForm } from "./form";
import type { Brief, Cost, Goals, Settings, Topic } from "./types";
import { Works } from "./works";

/** Train by hand, or let the computer search: the settings on one side, what was done on the other. */
export default function Train({ values }: PlaceProps) {
    const project = values.project!;
    const at = "/api" + pathOf("projects", project);
    const topics = useAsked<{ topics: Topic[]; goals: Goals; usual_metric: string }>(at + "/settings");
    const list = useAsked<{ works: Brief[] }>(at + "/works");
    const live = useLive<{ works: Brief[] }>("work/" + project);
    const works = (live ?? list.value)?.works ?? [];
    const [mode, setMode] = useMode(project);
    const [draft, setDraft] = useDraft(project);
    const [aims, setAims] = useAims(project);
    const asked = topics.value && askedOf(aims, draft, topics.value.usual_metric);
    const { plan, refused: unplanned } = usePlan(at, mode === "search" ? asked : undefined);
    const [refused, setRefused] = useState<Refused>();
    const running = works.find((work) => work.state === "running");
    const begin = async () => {
        setRefused(undefined);
        try {
            const begun =
                mode === "training"
                    ? await send<Brief>("POST", at + "/trainings", { settings: draft.settings })
                    : await send<Brief>("POST", at + "/searches", asked);
            const beside = mode === "training" ? takeBeside(project).join(",") : "";
            go(pathOf("projects", project, "works", begun.work) + (beside === "" ? "" : "?beside=" + beside));
        } catch (failure) {
            setRefused(failure as Refused);
        }
    };
    return (
        <>
            <p className="path">
                <Link href="/projects">Projects</Link> / <Link href={pathOf("projects", project)}>{project}</Link>
            </p>
            <h1>Train</h1>
            <div className="bar" role="group" aria-label="What to do">
                <button type="button" aria-pressed={mode === "training"} onClick={() => setMode("training")}>
                    Train by hand
                </button>
                <button type="button" aria-pressed={mode === "search"} onClick={() => setMode("search")}>
                    Tune for me
                </button>
            </div>
            <p>
                {mode === "training"
                    ? "One training with the settings below. Change one thing at a time, and compare: that is how one sees what it does."
                    : "The computer tries settings within the time that you give, trains the best again, and measures it once on images that nothing was chosen by. Minutes are all that it needs; below, each setting can be fixed, or searched in a range of your own."}
            </p>
            <div className="sides">
                <section aria-label="Settings">
                    {mode === "search" && topics.value && (
                        <AimsForm aims={aims} change={setAims} goals={topics.value.goals} plan={plan} refused={unplanned} />
                    )}
                    {mode === "training" && besideOf(project).length > 0 && (
                        <p className="note">
                            These settings come from number {besideOf(project)[0]}; the new training will be shown beside{" "}
                            {besideOf(project).length > 1 ? "that one and those that it was compared with." : "that one."}
                        </p>
                    )}
                    {mode === "training" && <Costs at={at} settings={draft.settings} />}
                    <div className="bar">
                        <button type="button" className="main" disabled={running !== undefined} onClick={begin}>
                            {mode === "training" ? "Fit" : "Tune for me"}
                        </button>
                        {running && (
                            <span className="faint">
                                <Link href={pathOf("projects", project, "works", running.work)}>Number {running.work}</Link> is running; two
                                at once would only slow each other.
                            </span>
                        )}
                    </div>
                    {refused && <Failure failure={refused} />}
                    {topics.failure && <Failure failure={topics.failure} again={topics.again} />}
                    {topics.value && (
                        <SettingsForm
                            topics={topics.value.topics}
                            draft={draft}
                            change={setDraft}
                            searching={mode === "search"}
                            problems={mode === "search" ? (plan?.problems ?? {}) : {}}
                        />
                    )}
                </section>
                <section aria-label="What was trained">
                    <h2>What was trained</h2>
                    {list.failure && <Failure failure={list.failure} again={list.again} />}
                    {works.length > 0 ? (
                        <Works project={project} works={works} />
                    ) : (
                        <Empty title="Nothing yet">
                            <p>
                                Press Fit for a first training with the defaults: they are a good start. Images with labels in at least two
                                categories are needed; <Link href={pathOf("projects", project)}>label some</Link> where there are none.
                            </p>
                        </Empty>
                    )}
                </section>
            </div>
        </>
    );
}

/** What a training will take, told again as a person types. */
function Costs({ at, settings }: { at: string; settings: Settings }) {
    const [cost, setCost] = useState<Cost>();
    const [refused, setRefused] = useState<Refused>();
    const text = JSON.stringify(settings);
    useEffect(() => {
        let gone = false;
        const wait = window.setTimeout(() => {
            send<Cost>("POST", at + "/cost", { settings: JSON.parse(text) })
                .then((value) => {
                    if (!gone) {
                        setCost(value);
                        setRefused(undefined);
                    }
                })
                .catch((failure: Refused) => !gone && setRefused(failure));
        }, 250);
        return () => {
            gone = true;
            clearTimeout(wait);
        };
    }, [at, text]);
    if (refused) {
        return <Failure failure={refused} />;
    }
    if (cost === undefined) {
        return <p className="faint cost">Working out what it takes …</p>;
    }
    const epochs = Number(settings.epochs ?? 20);
    return (
        <p className="cost" aria-live="polite">
            A network of <strong>{digits(cost.weights)}</strong> numbers; about <strong>{megabytes(cost.memory_bytes)}</strong> of memory and{" "}
            <strong>{time(cost.seconds_an_epoch)}</strong> an epoch
            {Number.isFinite(epochs) && <>, {time(cost.seconds_an_epoch * epochs)} for {count(epochs, "epoch")}</>}
            {!cost.measured && <span className="faint"> (a guess, until a first training has told how quick this computer is)</span>}.
        </p>
    );
}

function megabytes(bytes: number): string {
    return bytes < 1e9 ? Math.max(1, Math.round(bytes / 1e6)) + " MB" : (bytes / 1e9).toFixed(1) + " GB";
}
