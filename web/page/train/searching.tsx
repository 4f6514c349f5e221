import { Link } from "../frame/link";
import { pathOf } from "../frame/route";
import { Failure } from "../parts/words";
import { Standing, StudyTabs, useStudy } from "../study/body";
import { TrialActions } from "./actions";

/**
 * A search while it runs and afterwards: all that the page of its study shows.
 *
 * @property taken the trial that was trained again at its end, once there is one
 */
export function Searching({ project, study, taken }: { project: string; study: string; taken: number | undefined }) {
    const store = "project-" + project;
    const watched = useStudy(store, study);
    const { head, state, asked } = watched;
    if (head === undefined || state === undefined) {
        return asked.failure ? <Failure failure={asked.failure} again={asked.again} /> : <p className="faint">Opening the study …</p>;
    }
    const best = state.best[0];
    const winner = taken ?? head.chosen?.trial ?? best?.trial;
    return (
        <section aria-label="The search">
            <Standing head={head} state={state} store={store} />
            {winner !== undefined && (
                <>
                    <p className="faint">
                        {taken !== undefined
                            ? head.front
                                ? "The compromise of the front, which was trained again, is "
                                : "The winner, which was trained again, is "
                            : head.front
                              ? `The best so far in ${best?.name.replaceAll("_", " ")} is `
                              : "The best so far is "}
                        <Link href={pathOf("studies", store, study, "trials", winner)}>trial {winner}</Link>.
                    </p>
                    <TrialActions project={project} study={study} trial={winner} />
                </>
            )}
            {head.front && (head.front_trials ?? []).length > 0 && (
                <p>
                    On the front:{" "}
                    {head.front_trials!.map((trial, i) => (
                        <span key={trial}>
                            {i > 0 && ", "}
                            <Link href={pathOf("studies", store, study, "trials", trial)}>trial {trial}</Link>
                        </span>
                    ))}
                    . No other trial beats them in everything.
                </p>
            )}
            <p>
                <Link href={pathOf("studies", store, study)}>The whole study, with notes and its report</Link>
            </p>
            <StudyTabs store={store} study={study} watched={watched} first="pictures" />
        </section>
    );
}
