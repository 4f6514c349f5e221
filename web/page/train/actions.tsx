import { useState } from "react";
import { ask, Refused, send, useAsked } from "../frame/api";
import { go, pathOf } from "../frame/route";
import { digits } from "../parts/numbers";
import { Failure } from "../parts/words";
import { useKind } from "../projects/kind";
import { apiOf } from "../studies/types";
import { prefill, settingsOf, wholeOf } from "./draft";
import { fieldsOf, More } from "./further";
import type { Brief, Settings } from "./types";

type Found = { configuration: Record<string, unknown>; state: string; reached: number; checkpoint?: number };

/** More epochs than were tried are where a configuration shows what it can; twice as many are a start. */
const USUAL_EPOCHS = 20;

/** What can be done with a trial of a project: trained further, or taken as one's own settings. */
export function TrialActions({ project, study, trial }: { project: string; study: string; trial: number }) {
    const [refused, setRefused] = useState<Refused>();
    const at = "/api" + pathOf("projects", project);
    const path = apiOf("project-" + project, study) + "/trials/" + trial;
    const images = useKind(project).value?.kind === "images";
    const known = useAsked<Found>(path).value;
    const found = () => ask<Found>(path);
    const tried = async (action: () => Promise<void>) => {
        setRefused(undefined);
        try {
            await action();
        } catch (failure) {
            setRefused(failure as Refused);
        }
    };
    /** What is the same for all trials of a search is no part of a configuration. */
    const settings = async (of: Found, said: typeof settingsOf): Promise<Settings> => {
        const fields = await fieldsOf(project);
        const { works } = await ask<{ works: Brief[] }>(at + "/works");
        const wish = works.find((work) => work.study === study && work.wish.kind !== "prediction")?.wish;
        const apart = new Set(fields.filter((field) => !field.searchable).map((field) => field.name));
        const apartSaid = wish !== undefined && "settings" in wish ? Object.entries(wish.settings).filter(([name]) => apart.has(name)) : [];
        return { ...Object.fromEntries(apartSaid), ...said(of.configuration, fields) };
    };
    const use = () =>
        tried(async () => {
            const of = await found();
            const mine = await settings(of, settingsOf);
            const epochs = of.state === "completed" ? { epochs: String(Math.max(1, Math.ceil(of.reached))) } : {};
            prefill(project, { ...mine, ...epochs });
            go(pathOf("projects", project, "train"));
        });
    const further = (epochs: number) =>
        tried(async () => {
            const of = await found();
            // All of it, also defaults: data can have other ones than the form, and the network has to be the same.
            const mine = { ...(await settings(of, wholeOf)), epochs: String(Math.round(epochs)) };
            const from = of.checkpoint !== undefined && of.checkpoint < epochs ? { from: { study, trial: String(trial) } } : {};
            const begun = await send<Brief>("POST", at + "/trainings", { settings: mine, ...from });
            go(pathOf("projects", project, "works", begun.work));
        });
    if (!images) {
        // The form is one for images.
        return null;
    }
    return (
        <>
            <div className="bar">
                <button type="button" onClick={use}>
                    Use as my settings
                </button>
                {known && (
                    <More
                        words="Train this one further, to epochs in all:"
                        unit="train"
                        usual={Math.max(USUAL_EPOCHS, 2 * Math.ceil(known.reached))}
                        act={further}
                    />
                )}
            </div>
            {known && (
                <p className="faint">
                    {known.checkpoint === undefined
                        ? "Trained further, it begins again from the beginning: no checkpoint of it is kept."
                        : "Trained further, it goes on from its checkpoint at epoch " + digits(known.checkpoint) + "."}
                </p>
            )}
            {refused && <Failure failure={refused} />}
        </>
    );
}
