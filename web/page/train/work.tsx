import { useState } from "react";
import { Refused, send, useAsked } from "../frame/api";
import { Link } from "../frame/link";
import { useLive } from "../frame/live";
import { adjust, go, pathOf, useQuery } from "../frame/route";
import type { PlaceProps } from "../frame/places";
import { Failure } from "../parts/words";
import { useKind } from "../projects/kind";
import { Evaluation } from "./evaluation";
import { Lines, type Line } from "./lines";
import { Said } from "./said";
import type { Brief, Columns, Whole } from "./types";
import { standing, wishInWords } from "./works";

/** One training or search: its curves while it runs, how good it is, what it gets wrong, and what to take home. */
export default function WorkPage({ values }: PlaceProps) {
    const project = values.project!;
    const number = values.work!;
    const at = "/api" + pathOf("projects", project, "works", number);
    const live = useLive<Brief>("work/" + project + "/" + number);
    const stamp = live && `${live.state} ${live.glimpses} ${live.latest?.epochs}`;
    const whole = useAsked<Whole>(at, stamp);
    const list = useAsked<{ works: Brief[] }>("/api" + pathOf("projects", project, "works"));
    const [refused, setRefused] = useState<Refused>();
    // Tables have no images that are unknown, and their settings are all at their defaults.
    const images = useKind(project).value?.kind === "images";
    const other = useQuery().get("beside") ?? "";
    const beside = useAsked<Whole>(other === "" ? undefined : "/api" + pathOf("projects", project, "works", other));
    if (whole.failure && whole.value === undefined) {
        return <Failure failure={whole.failure} again={whole.again} />;
    }
    if (whole.value === undefined) {
        return <p className="faint">Loading …</p>;
    }
    const work = whole.value;
    const now = { ...work, ...live, glimpses: 0 } as Brief;
    const order = async (what: string) => {
        setRefused(undefined);
        try {
            await send("POST", at + "/" + what);
            whole.again();
        } catch (failure) {
            setRefused(failure as Refused);
        }
    };
    const predict = async () => {
        setRefused(undefined);
        try {
            const begun = await send<{ work: number }>("POST", "/api" + pathOf("projects", project, "predictions"), { work: work.work });
            go(pathOf("projects", project, "works", begun.work));
        } catch (failure) {
            setRefused(failure as Refused);
        }
    };
    const others = (list.value?.works ?? []).filter((each) => each.work !== work.work && each.wish.kind === "training");
    return (
        <>
            <p className="path">
                <Link href="/projects">Projects</Link> / <Link href={pathOf("projects", project)}>{project}</Link> /{" "}
                <Link href={pathOf("projects", project, "train")}>Train</Link>
            </p>
            <h1>
                {work.work}. {wishInWords(work.wish)}
            </h1>
            <p className="standing" aria-live="polite">
                {standing(now)}
            </p>
            <div className="bar">
                {now.state === "running" && (
                    <button type="button" onClick={() => order("pause")}>
                        Pause
                    </button>
                )}
                {now.state === "running" && work.wish.kind === "search" && Object.keys(now.fittings).length === 0 && (
                    <button type="button" onClick={() => order("stop")}>
                        Enough: train the best so far
                    </button>
                )}
                {now.state === "paused" && (
                    <button type="button" className="main" onClick={() => order("resume")}>
                        Go on
                    </button>
                )}
                {images && now.state === "done" && work.wish.kind !== "prediction" && (
                    <button type="button" className="main" onClick={predict}>
                        What do the unknown images show?
                    </button>
                )}
                {images && work.wish.kind === "training" && (
                    <button
                        type="button"
                        onClick={() => {
                            sessionStorage.setItem("sweetspot.settings." + project, JSON.stringify((work.wish as { settings: object }).settings));
                            go(pathOf("projects", project, "train"));
                        }}
                    >
                        Use these settings again
                    </button>
                )}
            </div>
            {now.study !== undefined && (
                <p>
                    <Link href={pathOf("studies", "project-" + project, now.study)}>
                        {work.wish.kind === "search"
                            ? "The search: live history, curves of all trials, what mattered, in words and pictures"
                            : "The study of trainings like this one"}
                    </Link>
                </p>
            )}
            {refused && <Failure failure={refused} />}
            {work.notices.map((notice) => (
                <p key={notice} className="note">
                    {notice}
                </p>
            ))}
            {work.wish.kind === "training" && (
                <>
                    {others.length > 0 && (
                        <p className="field">
                            <label htmlFor="beside">Compare with</label>
                            <select id="beside" value={other} onChange={(event) => adjust({ beside: event.target.value })}>
                                <option value="">none</option>
                                {others.map((each) => (
                                    <option key={each.work} value={each.work}>
                                        {each.work}. {wishInWords(each.wish)}
                                    </option>
                                ))}
                            </select>
                        </p>
                    )}
                    <Curves work={work} beside={beside.value} />
                </>
            )}
            {now.state === "done" && work.wish.kind !== "prediction" && <Evaluation project={project} work={work.work} />}
            {now.state === "done" && work.wish.kind === "prediction" && <Said project={project} work={work.work} />}
            {(now.state === "failed" || work.lines.length > 0) && (
                <details>
                    <summary>What the program said</summary>
                    <pre>{work.lines.join("\n")}</pre>
                </details>
            )}
        </>
    );
}

/** Losses in one picture, accuracies in the other; those of another training beside them. */
function Curves({ work, beside }: { work: Whole; beside: Whole | undefined }) {
    const losses = [...lossesOf(work, ""), ...(beside ? lossesOf(beside, ` (${beside.work})`) : [])];
    const figures = [...figuresOf(work, ""), ...(beside ? figuresOf(beside, ` (${beside.work})`) : [])];
    return (
        <div className="pair-of-pictures">
            <Lines title="Loss: what the training lessens" lines={losses} unit="epochs" />
            <Lines title="On the validation part: more is better" lines={figures} unit="epochs" />
        </div>
    );
}

function lossesOf(work: Whole, who: string): Line[] {
    const lines: Line[] = [];
    if (work.glimpses.epochs.length > 0) {
        lines.push({ name: "training" + who, epochs: work.glimpses.epochs, values: work.glimpses.training_loss, faint: true });
    } else {
        lines.push(line(work.curve, "training_loss", "training" + who));
    }
    lines.push(line(work.curve, "log_loss", "validation" + who));
    return lines.filter((each) => each.values.length > 0);
}

function figuresOf(work: Whole, who: string): Line[] {
    return ["accuracy", "balanced_accuracy", "r2"]
        .map((name) => line(work.curve, name, name.replaceAll("_", " ") + who))
        .filter((each) => each.values.length > 0);
}

function line(curve: Columns, name: string, title: string): Line {
    return { name: title, epochs: (curve.epochs ?? []).map(Number), values: (curve[name] ?? []).map(Number) };
}
