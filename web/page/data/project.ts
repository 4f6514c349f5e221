import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { ask, Refused, send, useAsked } from "../frame/api";
import { useLive } from "../frame/live";

export type Part = "training" | "validation" | "test" | "";
export type Category = { id: number; name: string; colour: string };
export type Row = { category: number; training: number; validation: number; test: number; unassigned: number };
export type Channel = { colour: string; visible: boolean; low?: number; high?: number };
export type Skipped = { file: string; reason: string };
export type Incoming =
    | { state: "idle" }
    | { state: "running"; from: string; done: number; total: number }
    | {
          state: "done";
          from: string;
          added: number;
          returned: number;
          known: number;
          skipped: number;
          skipped_files: Skipped[];
          notes: string[];
      }
    | { state: "failed"; from: string; why: string };
export type Glance = {
    project: string;
    name: string;
    version: number;
    images: number;
    undo: string;
    redo: string;
    categories: Category[];
    balance: Row[];
    skipped: number;
    skipped_files: Skipped[];
    channels: Channel[];
    look: string;
    test_share: number;
    validation_share: number;
    incoming: Incoming;
};
export type Labels = {
    version: number;
    labels: number[];
    parts: Part[];
    who: string[];
    removed: number[];
    problems: { image: number; problems: string[] }[];
};
type Images = { from: number; names: string[]; hashes: string[]; heights: number[]; widths: number[]; channels: number[] };

/** What never changes of images, in lists by their numbers. */
export type Known = Omit<Images, "from">;

const NOTHING: Known = { names: [], hashes: [], heights: [], widths: [], channels: [] };

/** Under which everything of a project is asked for. */
export function apiOf(project: string): string {
    return "/api/projects/" + encodeURIComponent(project);
}

/** Where a picture lies; the address changes with what it shows, so that browsers keep it. */
export function pictureOf(project: string, image: number, known: Known, look: string, size: "thumbnail" | "picture"): string {
    return apiOf(project) + "/images/" + image + "/" + size + "?v=" + look + (known.hashes[image] ?? "");
}

/** A project as it is now, and what changes it. */
export function useProject(project: string) {
    const api = apiOf(project);
    const live = useLive<{ version: number; incoming: Incoming }>("project/" + project);
    const [mine, setMine] = useState(0);
    const version = Math.max(mine, live?.version ?? 0);
    const glance = useAsked<Glance>(api, version);
    const labels = useAsked<Labels>(api + "/labels", version);
    const known = useKnown(api, labels.value?.labels.length ?? 0);
    const [failure, setFailure] = useState<Refused>();
    const act = useCallback(
        async (verb: "POST" | "PUT" | "DELETE", path: string, body?: unknown) => {
            try {
                const answer = await send<{ version?: number } | undefined>(verb, api + path, body);
                setFailure(undefined);
                if (answer?.version !== undefined) {
                    setMine(answer.version);
                }
                return true;
            } catch (problem) {
                setFailure(problem as Refused);
                return false;
            }
        },
        [api],
    );
    return {
        glance: glance.value,
        labels: labels.value,
        known,
        incoming: live?.incoming ?? glance.value?.incoming ?? ({ state: "idle" } as Incoming),
        away: glance.failure,
        failure,
        forget: () => setFailure(undefined),
        act,
        changed: setMine,
    };
}

export type Act = ReturnType<typeof useProject>["act"];

/** Images are fetched once: new ones have higher numbers. */
function useKnown(api: string, wanted: number): Known {
    const [known, setKnown] = useState(NOTHING);
    const asking = useRef(0);
    useEffect(() => {
        const from = known.names.length;
        if (wanted <= from || asking.current === wanted) {
            return;
        }
        asking.current = wanted;
        ask<Images>(api + "/images?from=" + from)
            .then((more) =>
                setKnown((before) =>
                    more.from !== before.names.length
                        ? before
                        : {
                              names: before.names.concat(more.names),
                              hashes: before.hashes.concat(more.hashes),
                              heights: before.heights.concat(more.heights),
                              widths: before.widths.concat(more.widths),
                              channels: before.channels.concat(more.channels),
                          },
                ),
            )
            .catch(() => {
                asking.current = 0;
            });
    }, [api, wanted, known]);
    return known;
}

export type Filter = { category: string; part: string; problem: string; words: string };

/** The images that are shown, in their order. */
export function useShown(labels: Labels | undefined, known: Known, filter: Filter): number[] {
    return useMemo(() => {
        if (labels === undefined) {
            return [];
        }
        const removed = new Set(labels.removed);
        const problems = new Map(labels.problems.map((each) => [each.image, each.problems]));
        const words = filter.words.trim().toLowerCase();
        const shown: number[] = [];
        for (let i = 0; i < Math.min(labels.labels.length, known.names.length); i++) {
            const part = labels.parts[i] === "" ? "none" : labels.parts[i];
            if (
                !removed.has(i) &&
                (filter.category === "" || String(labels.labels[i]) === filter.category) &&
                (filter.part === "" || part === filter.part) &&
                (filter.problem === "" || (problems.get(i)?.includes(filter.problem) ?? false) || (filter.problem === "any" && problems.has(i))) &&
                (words === "" || (known.names[i] ?? "").toLowerCase().includes(words))
            ) {
                shown.push(i);
            }
        }
        return shown;
    }, [labels, known, filter]);
}
