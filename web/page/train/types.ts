/** What the server tells of settings, trainings and searches. */

export type Field = {
    name: string;
    title: string;
    type: "real" | "integer" | "categorical" | "ordinal" | "boolean";
    help: string;
    unit?: string;
    default: number | string | boolean;
    /** Other defaults, where another field is set so: that of the learning rate follows the optimiser. */
    default_where?: Record<string, Record<string, number | string | boolean>>;
    low?: number;
    high?: number;
    scale?: string;
    step?: number;
    choices?: (string | number | boolean)[];
    usual_factor?: number;
    usual_difference?: number;
    when?: Record<string, (string | number | boolean)[]>;
    counts_where?: string;
    range: string;
    searched?: string;
    searchable: boolean;
    playable?: boolean;
    usually_searched?: boolean;
    search?: { low?: number; high?: number; scale?: string; choices?: string[] };
};

/** What a search can be asked for. */
export type Goals = {
    metrics: Goal[];
    costs: Goal[];
    limits: string[];
    samplers: string[];
    schedulers: string[];
};

export type Goal = { name: string; help: string; bound: string };

export type Plan = { problems: Record<string, string>; sentences: string[] };

export type Topic = { title: string; level: "simple" | "more" | "expert"; help: string; fields: Field[] };

/** What was set, in words, by name; what is not there is at its default. */
export type Settings = Record<string, string>;

export type Cost = {
    weights: number;
    memory_bytes: number;
    seconds_an_epoch: number;
    measured: boolean;
};

export type Wish =
    | { kind: "training"; settings: Settings; from?: string }
    | {
          kind: "search";
          minutes: number;
          objectives: string[];
          limits: string[];
          settings: Settings;
          ranges: Settings;
          manner: Settings;
      }
    | { kind: "prediction"; model: string };

export type Brief = {
    work: number;
    wish: Wish;
    begun_at: string;
    state: "running" | "paused" | "done" | "failed";
    message?: string;
    sentence: string;
    study?: string;
    trial?: number;
    seconds_left?: number;
    fittings: Record<string, { epochs: number; planned: number }>;
    latest?: Record<string, number | string>;
    glimpses: number;
};

export type Columns = Record<string, (number | string)[]>;

export type Whole = Omit<Brief, "glimpses"> & {
    glimpses: { epochs: number[]; training_loss: number[] };
    curve: Columns;
    notices: string[];
    lines: string[];
    result?: Record<string, unknown>;
};
