import { useEffect, useRef, useState } from "react";
import { useAsked, type Asked } from "../frame/api";
import { Link } from "../frame/link";
import { useLive } from "../frame/live";
import { adjust, go, pathOf, useQuery } from "../frame/route";
import { count, digits, moment, time } from "../parts/numbers";
import { apiOf, type StudyHead, type StudyState } from "../studies/types";
import { Pictures } from "./pictures";
import { Said } from "./said";
import { TrialTable } from "./table";

const TABS = [
    { id: "said", words: "In words" },
    { id: "pictures", words: "Pictures" },
    { id: "trials", words: "Trials" },
] as const;

type TabId = (typeof TABS)[number]["id"];

/**
 * A study as it is now.
 *
 * @property state undefined until it is known
 * @property stamp changes now and then while the study does: what is dear to compute follows it
 */
export type Watched = { head: StudyHead | undefined; state: StudyState | undefined; stamp: unknown; asked: Asked<StudyHead> };

/** Follows a study; nothing is asked while there is none. */
export function useStudy(store: string, study: string | undefined): Watched {
    const live = useLive<StudyState | { error: string; hint: string }>(study === undefined ? undefined : "study/" + store + "/" + study);
    const now = live !== undefined && "version" in live ? live : undefined;
    const stamp = useCalm(now?.version, 3000);
    const asked = useAsked<StudyHead>(study === undefined ? undefined : apiOf(store, study), stamp);
    return { head: asked.value, state: now ?? asked.value?.state, stamp, asked };
}

/** What a study says, its pictures and its trials, one at a time. */
export function StudyTabs({ store, study, watched, first }: { store: string; study: string; watched: Watched; first: TabId }) {
    const query = useQuery();
    const tab = TABS.find((each) => each.id === query.get("tab"))?.id ?? first;
    const openTrial = (trial: number) => go(pathOf("studies", store, study, "trials", trial));
    return (
        <>
            <div className="tabs" role="tablist" aria-label="About this study">
                {TABS.map((each) => (
                    <button
                        key={each.id}
                        role="tab"
                        type="button"
                        id={"tab-" + each.id}
                        aria-selected={tab === each.id}
                        aria-controls="tab-panel"
                        tabIndex={tab === each.id ? 0 : -1}
                        onClick={() => adjust({ tab: each.id })}
                        onKeyDown={(event) => {
                            const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
                            if (step !== 0) {
                                const at = TABS.findIndex((one) => one.id === tab);
                                const next = TABS[(at + step + TABS.length) % TABS.length]!;
                                adjust({ tab: next.id });
                                document.getElementById("tab-" + next.id)?.focus();
                            }
                        }}
                    >
                        {each.words}
                    </button>
                ))}
            </div>
            <div id="tab-panel" role="tabpanel" aria-labelledby={"tab-" + tab}>
                {tab === "said" && <Said store={store} study={study} stamp={watched.stamp} />}
                {tab === "pictures" && <Pictures store={store} study={study} stamp={watched.stamp} onTrial={openTrial} />}
                {tab === "trials" && (
                    <TrialTable store={store} study={study} version={watched.state?.version ?? 0} onTrial={openTrial} />
                )}
            </div>
        </>
    );
}

/** A value that changes at most every so many milliseconds, however often the other one does: what is dear to compute follows it. */
function useCalm<T>(value: T, millis: number): T {
    const [calm, setCalm] = useState(value);
    const latest = useRef(value);
    latest.current = value;
    const waiting = useRef(0);
    useEffect(() => {
        if (!Object.is(calm, value) && waiting.current === 0) {
            waiting.current = window.setTimeout(
                () => {
                    waiting.current = 0;
                    setCalm(latest.current);
                },
                calm === undefined ? 0 : millis,
            );
        }
    }, [value, calm]);
    useEffect(
        () => () => {
            clearTimeout(waiting.current);
            waiting.current = 0;
        },
        [],
    );
    return calm;
}

/** How a study stands, in a sentence, and the best of it so far. */
export function Standing({ head, state, store }: { head: StudyHead; state: StudyState; store: string }) {
    const rest = [
        [state.running, "running"],
        [state.put_aside, "put aside"],
        [state.stopped, "stopped early"],
        [state.failed, "failed"],
        [state.over_limit, "over a limit"],
        [state.lost, "without a worker"],
    ] as const;
    return (
        <>
            <p className="standing">
                <strong>
                    {state.running > 0 ? "Running." : state.standing !== "open" ? "It is " + state.standing + "." : "Nothing runs."}
                </strong>{" "}
                {count(state.trials, "trial")}, {digits(state.completed)} completed
                {rest.map(([number, words]) => (number > 0 ? ", " + digits(number) + " " + words : ""))}; {time(state.seconds)} of
                work. Made {moment(head.created_at)}; sampler {head.sampler}, scheduler {head.scheduler}, seed {head.seed}.
                {head.ended !== undefined && " It has ended: " + head.ended + "."}
                {state.standing_reason !== undefined && " It is " + state.standing + ": " + state.standing_reason + "."}
            </p>
            <div className="tiles">
                {state.best.map((best) => (
                    <Link key={best.name} className="tile" href={pathOf("studies", store, head.study, "trials", best.trial)}>
                        <span className="faint">
                            best {best.name},{" "}
                            {head.objectives.find((each) => each.name === best.name)?.direction === "maximize" ? "more" : "less"} is
                            better
                        </span>
                        <strong>{digits(best.value)}</strong>
                        <span className="faint">trial {best.trial}</span>
                    </Link>
                ))}
                {head.chosen && (
                    <Link className="tile" href={pathOf("studies", store, head.study, "trials", head.chosen.trial)}>
                        <span className="faint">chosen, expected to be the best</span>
                        <strong>trial {head.chosen.trial}</strong>
                        <span className="faint">{digits(head.chosen.value)}</span>
                    </Link>
                )}
            </div>
        </>
    );
}
