/** What the server tells of tables and series. */

export type Column = {
    name: string;
    number: boolean;
    missing: number;
    distinct: number;
    low: number | string;
    high: number | string;
    mean: number | string;
    bars: number[];
    words: { word: string; count: number }[];
    problems: string[];
};

export type Series = { name: string; label: string; steps: number; channels: (number | string)[][] };

export type Look = {
    rows: number;
    whole: boolean;
    columns: Column[];
    first: string[][];
    notes: string[];
    series: Series[];
    series_count: number;
    shortest: number;
    longest: number;
};

export type Table = { name: string; file: string; bytes: number; target: string; look: Look };
