import { useEffect, useState } from "react";
import { Refused, send, useAsked } from "../frame/api";
import { Link } from "../frame/link";
import { useLive } from "../frame/live";
import { go, pathOf } from "../frame/route";
import type { PlaceProps } from "../frame/places";
import { Empty, Failure } from "../parts/words";
import { count, digits, time } from "../parts/numbers";
import { SettingsForm } from "./form";
import type { Brief, Cost, Settings, Topic } from "./types";
import { Works } from "./works";

type Mode = "training" | "search";

/** Train by hand, or let the computer search: the settings on one side, what was done on the other. */
export default function Train({ values }: PlaceProps) {
    const project = values.project!;
    const at = "/api" + pathOf("projects", project);
    const topics = useAsked<{ topics: Topic[] }>(at + "/settings");
    const list = useAsked<{ works: Brief[] }>(at + "/works");
    const live = useLive<{ works: Brief[] }>("work/" + project);
    const works = (live ?? list.value)?.works ?? [];
    const [mode, setMode] = useState<Mode>("training");
    const [settings, setSettings] = useKept(project);
    const [minutes, setMinutes] = useState("20");
    const [refused, setRefused] = useState<Refused>();
    const running = works.find((work) => work.state === "running");
    const begin = async () => {
        setRefused(undefined);
        try {
            const begun =
                mode === "training"
                    ? await send<Brief>("POST", at + "/trainings", { settings })
                    : await send<Brief>("POST", at + "/searches", { minutes: Number(minutes), settings });
            go(pathOf("projects", project, "works", begun.work));
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
                    : "The computer tries settings within the time that you give, trains the best again, and measures it once on images that nothing was chosen by. What you change below stays as you set it; all else is searched."}
            </p>
            <div className="sides">
                <section aria-label="Settings">
                    {mode === "search" && (
                        <p className="field">
                            <label htmlFor="minutes">Minutes in all</label>
                            <input id="minutes" className="short" inputMode="decimal" value={minutes} onChange={(event) => setMinutes(event.target.value)} />
                        </p>
                    )}
                    <Costs at={at} settings={settings} />
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
                        <SettingsForm topics={topics.value.topics} settings={settings} change={setSettings} searching={mode === "search"} />
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

/** What was set stays while a person goes from page to page. */
function useKept(project: string): [Settings, (next: Settings) => void] {
    const key = "sweetspot.settings." + project;
    const [settings, setSettings] = useState<Settings>(() => {
        try {
            return JSON.parse(sessionStorage.getItem(key) ?? "{}");
        } catch {
            return {};
        }
    });
    return [
        settings,
        (next) => {
            setSettings(next);
            sessionStorage.setItem(key, JSON.stringify(next));
        },
    ];
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
