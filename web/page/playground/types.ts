import type { Field, Settings, Topic } from "../train/types";

/** What the server tells of playgrounds. */

export type Lesson = {
    lesson: string;
    title: string;
    parameter: string;
    look: string;
    points: Settings;
    networks: Settings[];
};

export type Shape = { shape: string; help: string; classes: number };

export type Matter = {
    points: Field[];
    shapes: Shape[];
    classification: { topics: Topic[] };
    regression: { topics: Topic[] };
    lessons: Lesson[];
};

/** What somebody wants to see: points, and one network or two. */
export type Choice = { points: Settings; networks: Settings[] };

export type Points = {
    classes: number;
    reach: number;
    side: number;
    highest: number;
    x: number[];
    y: number[];
    target: number[];
    test: boolean[];
};

export type Part = { loss: number; right: number | string };

export type Network = {
    epochs: number;
    planned: number;
    steps_per_epoch: number;
    size: number;
    broken: boolean;
    training: Part;
    test: Part;
    curve: {
        epochs: number[];
        training_loss: number[];
        test_loss: number[];
        training_right: (number | string)[];
        test_right: (number | string)[];
    };
    layers: { size: number; moved: number }[];
    plane: string;
};

export type Frame = {
    state: "loading" | "running" | "paused" | "finished" | "failed";
    round: number;
    message?: string;
    networks: Network[];
};

export const PACES = { slow: "slow", usual: "usual", fast: "fast" } as const;

export type Pace = keyof typeof PACES;

export const ORDINALS = ["first", "second"] as const;
