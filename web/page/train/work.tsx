import { useState } from "react";
import { Refused, send, useAsked } from "../frame/api";
import { Link } from "../frame/link";
import { useLive } from "../frame/live";
import { adjust, go, pathOf, useQuery } from "../frame/route";
import type { PlaceProps } from "../frame/places";
import { Failure } from "../parts/words";
import { ChooseBeside, Curves, Differences, useWorks } from "./beside";
import { useKind } from "../projects/kind";
import { Evaluation } from "./evaluation";
import { Again, More } from "./further";
import { Said } from "./said";
import { Searching } from "./searching";
import type { Brief, Whole } from "./types";
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
    const chosen = (useQuery().get("beside") ?? "").split(",").filter((text) => /^[0-9]+$/.test(text)).map(Number);
    const beside = useWorks(project, chosen);
    if (whole.failure && whole.value === undefined) {
        return <Failure failure={whole.failure} again={whole.again} />;
    }
    if (whole.value === undefined) {
        return <p className="faint">Loading …</p>;
    }
    const work = whole.value;
    const now = { ...work, ...live, glimpses: 0 } as Brief;
    const order = async (what: string, body?: object) => {
        setRefused(undefined);
        try {
            await send("POST", at + "/" + what, body);
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
    const goOn = async (epochs: number) => {
        setRefused(undefined);
        try {
            const begun = await send<Brief>("POST", at + "/epochs", { epochs: Math.round(epochs) });
            go(pathOf("projects", project, "works", begun.work) + "?beside=" + work.work);
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
                {now.state === "done" && work.wish.kind === "search" && (
                    <More words="Search on for" unit="more minutes" usual={10} act={(minutes) => order("more", { minutes })} />
                )}
                {images && work.wish.kind === "training" && <Again project={project} work={work} beside={chosen} refuse={setRefused} />}
                {images && now.state === "done" && work.wish.kind === "training" && (
                    <More words="Go on for" unit="more epochs" usual={10} act={goOn} />
                )}
            </div>
            {images && now.state === "done" && work.wish.kind === "training" && (
                <details>
                    <summary>What more epochs do</summary>
                    <p className="faint">
                        Another training begins where this one ended, with its weights and all that its optimiser remembers. Its schedule is
                        that of a training of all epochs together: where the learning rate had fallen to nothing, it rises to what such a
                        training has there, and falls again. The model at its end is trained once more from the beginning, for all epochs.
                    </p>
                </details>
            )}
            {refused && <Failure failure={refused} />}
            {work.notices.map((notice) => (
                <p key={notice} className="note">
                    {notice}
                </p>
            ))}
            {work.wish.kind === "training" && (
                <>
                    <ChooseBeside others={others} chosen={chosen} choose={(next) => adjust({ beside: next.join(",") })} />
                    <Curves work={work} beside={beside} />
                    {beside.length > 0 && <Differences project={project} works={[work, ...beside]} />}
                </>
            )}
            {work.wish.kind === "training" && now.study !== undefined && (
                <p>
                    <Link href={pathOf("studies", "project-" + project, now.study)}>The study of trainings like this one</Link>
                </p>
            )}
            {work.wish.kind === "search" && now.study !== undefined && (
                <Searching project={project} study={now.study} taken={takenOf(work)} />
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

/** The trial that a search has chosen at its end, as it says itself: of a front the compromise. */
function takenOf(work: Whole): number | undefined {
    const { best, front } = (work.result ?? {}) as { best?: { trial: number }; front?: { trial: number; chosen: boolean }[] };
    return best?.trial ?? front?.find((one) => one.chosen)?.trial;
}
