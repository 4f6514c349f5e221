import { Link } from "../frame/link";
import { pathOf } from "../frame/route";
import { digits, moment, time } from "../parts/numbers";
import type { Brief, Wish } from "./types";

const STATES = { running: "running", paused: "put aside", done: "done", failed: "failed" } as const;

/** What was asked for, in a few words. */
export function wishInWords(wish: Wish): string {
    if (wish.kind === "prediction") {
        return "What unknown images show";
    }
    const fixed = Object.entries(wish.settings).map(([name, value]) => name.replaceAll("_", " ") + " " + shortly(value));
    if (wish.kind === "search") {
        return [
            `Search of ${wish.minutes} min`,
            ...(wish.objectives.length > 1 ? ["for " + wish.objectives.join(" and ").replaceAll("_", " ")] : []),
            ...wish.limits.map((limit) => limit.replace(/([<>]=)/, " $1 ")),
            ...(fixed.length > 0 ? [fixed.join(", ") + " fixed"] : []),
        ].join(", ");
    }
    const earlier = wish.from?.match(/(\d{4,9})[\\/]out/)?.[1];
    if (wish.from !== undefined) {
        return (earlier === undefined ? "A trial trained further: " : `Number ${Number(earlier)} gone on with: `) + fixed.join(", ");
    }
    return fixed.length > 0 ? fixed.join(", ") : "All at their defaults";
}

/** A number that a search has found has more digits than a heading has room for. */
function shortly(value: string): string {
    return value.length > 8 && Number.isFinite(Number(value)) ? String(Number(Number(value).toPrecision(4))) : value;
}

/** How it stands, in one sentence. */
export function standing(brief: Brief): string {
    if (brief.state === "failed") {
        return brief.message ?? "It failed.";
    }
    if (brief.state !== "running") {
        return brief.state === "paused" ? "Put aside; it can be gone on with." : "Done.";
    }
    const left = brief.seconds_left === undefined ? "" : `, ${time(brief.seconds_left)} left at most`;
    const fitting = Object.entries(brief.fittings)[0];
    if (fitting) {
        return `Training the ${fitting[0]}: epoch ${fitting[1].epochs.toFixed(1)} of ${fitting[1].planned.toFixed(0)}${left}`;
    }
    if (brief.trial === undefined || (brief.wish.kind === "search" && brief.seconds_left === undefined)) {
        return "Beginning: reading the images …";
    }
    return (brief.wish.kind === "search" ? `Searching: trial ${brief.trial} has begun` : brief.sentence || "Training …") + left;
}

/** The trainings and searches of a project. */
export function Works({ project, works }: { project: string; works: Brief[] }) {
    return (
        <ul className="works">
            {works.map((work) => (
                <li key={work.work} className={work.state}>
                    <Link href={pathOf("projects", project, "works", work.work)}>
                        <strong>
                            {work.work}. {wishInWords(work.wish)}
                        </strong>
                    </Link>
                    <span className={"state " + work.state}>{STATES[work.state]}</span>
                    <span className="faint">{standing(work)}</span>
                    <span className="faint">
                        {moment(work.begun_at)}
                        {work.latest !== undefined &&
                            Object.entries(work.latest)
                                .filter(([name]) => name === "accuracy" || name === "balanced_accuracy")
                                .map(([name, value]) => `; ${name.replaceAll("_", " ")} ${digits(value)} on validation`)}
                    </span>
                </li>
            ))}
        </ul>
    );
}
