/** What the server says of stores and studies. */
export type StoreInfo = { id: string; address: string; there: boolean; caution?: string };

export type Study = { name: string; created_at: string; standing: string; note: string; tags: string[] };

export type Objective = { name: string; direction: "minimize" | "maximize" };

export type StudyState = {
    version: number;
    standing: "open" | "paused" | "stopped";
    standing_reason?: string;
    standing_since?: string;
    trials: number;
    completed: number;
    stopped: number;
    failed: number;
    over_limit: number;
    running: number;
    lost: number;
    put_aside: number;
    seconds: number;
    best: { name: string; trial: number; value: number | string }[];
};

export type StudyHead = {
    study: string;
    created_at: string;
    objectives: Objective[];
    sampler: string;
    scheduler: string;
    seed: number;
    front: boolean;
    parameters: string[];
    by_hand: boolean;
    state: StudyState;
    chosen?: { trial: number; value: number; why: string; configuration: Record<string, unknown> };
    front_trials?: number[];
    ended?: string;
};

/** The address of a study for the server. */
export function apiOf(store: string, study: string): string {
    return "/api/stores/" + encodeURIComponent(store) + "/studies/" + encodeURIComponent(study);
}
