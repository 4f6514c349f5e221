import { memo, useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent } from "react";
import { ask, Refused } from "../frame/api";
import { adjust, useQuery } from "../frame/route";
import { count, digits } from "../parts/numbers";
import { Empty, Failure } from "../parts/words";
import { apiOf } from "../studies/types";

type Cell = number | string | null;
type Column = { name: string; kind: "number" | "text" };
type Page = { version: number; total: number; from: number; columns: Column[]; rows: Cell[][] };

const ROW = 32;
const PAGE = 200;
const AHEAD = 120;
const PAUSE = 100;
const TYPING = 300;
/** Rows beyond the edges, so that a quick wheel shows no gap. */
const SPARE = 12;

const STATES = ["completed", "running", "put aside", "stopped", "failed", "over limit", "lost"];

type Props = { store: string; study: string; version: number; onTrial: (trial: number) => void };

/** All trials: whatever their number, only the rows that are seen exist, and only the pages that were looked at are fetched. */
export function TrialTable({ store, study, version, onTrial }: Props) {
    const query = useQuery();
    const sort = query.get("sort") ?? "trial";
    const descending = query.get("down") === "true";
    const state = query.get("state") ?? "";
    const search = query.get("values") ?? "";
    const looked = useCalm(search);
    const set = (changes: Record<string, string>) => adjust({ ...Object.fromEntries(query), ...changes });
    const base = useMemo(() => {
        const words = new URLSearchParams({ sort, descending: String(descending), count: String(PAGE) });
        if (state !== "") {
            words.set("state", state);
        }
        if (looked !== "") {
            words.set("search", looked);
        }
        return apiOf(store, study) + "/trials?" + words;
    }, [store, study, sort, descending, state, looked]);
    const { head, row, need, failure, again } = usePages(base, version);
    const wrong = looked !== "" && failure !== undefined;
    return (
        <>
            <div className="bar">
                <label className="field">
                    Show{" "}
                    <select value={state} onChange={(event) => set({ state: event.target.value })}>
                        <option value="">all trials</option>
                        {STATES.map((each) => (
                            <option key={each} value={each}>
                                {each}
                            </option>
                        ))}
                    </select>
                </label>
                <label className="field">
                    Search{" "}
                    <input
                        type="search"
                        value={search}
                        placeholder="learning_rate > 0.01, state = failed"
                        aria-invalid={wrong}
                        onChange={(event) => set({ values: event.target.value })}
                    />
                </label>
                <span className="faint" role="status">
                    {head === undefined ? "" : count(head.total, "trial")}
                </span>
            </div>
            {failure && <Failure failure={failure} again={again} />}
            {failure === undefined && head !== undefined && head.total === 0 && (
                <Empty title={looked !== "" ? "No trial is like that" : state === "" ? "No trial yet" : "No trial is " + state}>
                    {state === "" && looked === "" ? (
                        <p>The first one appears here as soon as a worker begins it.</p>
                    ) : (
                        <button type="button" onClick={() => set({ state: "", values: "" })}>
                            Show all trials
                        </button>
                    )}
                </Empty>
            )}
            {!wrong && head !== undefined && head.total > 0 && (
                <Rows
                    head={head}
                    row={row}
                    need={need}
                    sort={sort}
                    descending={descending}
                    order={(name) =>
                        set({ sort: name, down: name === sort && !descending ? "true" : "" })
                    }
                    onTrial={onTrial}
                />
            )}
        </>
    );
}

/** What is typed, once it is calm for a moment: half a word is no search. */
function useCalm(text: string): string {
    const [calm, setCalm] = useState(text);
    useEffect(() => {
        const wait = window.setTimeout(() => setCalm(text), TYPING);
        return () => clearTimeout(wait);
    }, [text]);
    return calm;
}

type Head = { total: number; columns: Column[] };

/** Pages by their number; those of an older version stay until newer ones arrive. */
function usePages(base: string, version: number) {
    const pages = useRef(new Map<number, Page>());
    const asking = useRef(new Map<number, string>());
    const [head, setHead] = useState<Head>();
    const [, setRound] = useState(0);
    const [failure, setFailure] = useState<Refused>();
    const key = base + "#" + version;
    const latest = useRef(key);
    const lastBase = useRef(base);
    if (lastBase.current !== base) {
        lastBase.current = base;
        pages.current = new Map();
    }
    latest.current = key;
    const fetchPage = useCallback((at: number, wanted: string) => {
        if (asking.current.get(at) === wanted) {
            return;
        }
        asking.current.set(at, wanted);
        ask<Page>(wanted.slice(0, wanted.lastIndexOf("#")) + "&from=" + at * PAGE)
            .then((page) => {
                if (latest.current.startsWith(wanted.slice(0, wanted.lastIndexOf("#") + 1))) {
                    pages.current.set(at, page);
                    setHead((before) =>
                        before?.total === page.total && before.columns.length === page.columns.length
                            ? before
                            : { total: page.total, columns: page.columns },
                    );
                    setFailure(undefined);
                    setRound((n) => n + 1);
                }
            })
            .catch((problem: unknown) => {
                asking.current.delete(at);
                if (problem instanceof Refused) {
                    setFailure(problem);
                }
            });
    }, []);
    useEffect(() => {
        // While a study runs there is a new version a second: what is seen is asked for again by need().
        fetchPage(0, key);
    }, [key, fetchPage]);
    const need = useCallback(
        (first: number, last: number) => {
            for (let at = Math.floor(first / PAGE); at <= Math.floor(last / PAGE); at++) {
                fetchPage(at, latest.current);
            }
        },
        [fetchPage],
    );
    const row = (index: number) => pages.current.get(Math.floor(index / PAGE))?.rows[index % PAGE];
    const again = () => {
        asking.current.clear();
        fetchPage(0, latest.current);
    };
    return { head, row, need, failure, again };
}

type RowsProps = {
    head: Head;
    row: (index: number) => Cell[] | undefined;
    need: (first: number, last: number) => void;
    sort: string;
    descending: boolean;
    order: (name: string) => void;
    onTrial: (trial: number) => void;
};

function Rows({ head, row, need, sort, descending, order, onTrial }: RowsProps) {
    const field = useRef<HTMLDivElement>(null);
    const [top, setTop] = useState(0);
    const [height, setHeight] = useState(600);
    const [active, setActive] = useState(0);
    const asked = useRef(0);
    useEffect(() => {
        const place = field.current!;
        let frame = 0;
        const scrolled = () => {
            cancelAnimationFrame(frame);
            frame = requestAnimationFrame(() => setTop(place.scrollTop));
        };
        place.addEventListener("scroll", scrolled, { passive: true });
        const sized = new ResizeObserver(() => setHeight(place.clientHeight));
        sized.observe(place);
        return () => {
            cancelAnimationFrame(frame);
            place.removeEventListener("scroll", scrolled);
            sized.disconnect();
        };
    }, []);
    const first = Math.max(0, Math.floor(top / ROW) - SPARE);
    const last = Math.min(head.total - 1, Math.ceil((top + height) / ROW) + SPARE);
    useEffect(() => {
        // Who drags the bar across passes pages that nobody sees: not each of them is asked for. The next ones are, before
        // they are seen.
        const ask = () => {
            asked.current = performance.now();
            need(Math.max(0, first - AHEAD), Math.min(head.total - 1, last + AHEAD));
        };
        const since = performance.now() - asked.current;
        if (since > PAUSE) {
            ask();
            return;
        }
        const wait = window.setTimeout(ask, PAUSE - since);
        return () => clearTimeout(wait);
    });
    const columns = head.columns.map((column) => (column.kind === "number" ? (column.name.length > 11 ? "10rem" : "7.5rem") : "8rem")).join(" ");
    const move = (to: number) => {
        const next = Math.max(0, Math.min(head.total - 1, to));
        setActive(next);
        const place = field.current!;
        const y = next * ROW;
        if (y < place.scrollTop) {
            place.scrollTop = y;
        } else if (y + 2 * ROW > place.scrollTop + place.clientHeight) {
            place.scrollTop = y + 2 * ROW - place.clientHeight;
        }
    };
    const keys = (event: KeyboardEvent) => {
        const page = Math.max(1, Math.floor(height / ROW) - 2);
        const steps: Record<string, number> = {
            ArrowDown: active + 1,
            ArrowUp: active - 1,
            PageDown: active + page,
            PageUp: active - page,
            Home: 0,
            End: head.total - 1,
        };
        const to = steps[event.key];
        if (event.target !== field.current) {
            return;
        }
        if (to !== undefined) {
            event.preventDefault();
            move(to);
        } else if (event.key === "Enter") {
            const number = row(active)?.[0];
            if (typeof number === "number") {
                onTrial(number);
            }
        }
    };
    const trial = useRef(onTrial);
    trial.current = onTrial;
    const open = useCallback((index: number, number: Cell | undefined) => {
        setActive(index);
        if (typeof number === "number") {
            trial.current(number);
        }
    }, []);
    const shown = [];
    for (let i = first; i <= last; i++) {
        shown.push(i);
    }
    return (
        <div
            ref={field}
            className="rows"
            role="grid"
            aria-label="Trials"
            aria-rowcount={head.total + 1}
            aria-colcount={head.columns.length}
            aria-activedescendant={active >= first && active <= last ? "row-" + active : undefined}
            tabIndex={0}
            onKeyDown={keys}
        >
            <div className="row head" role="row" aria-rowindex={1} style={{ gridTemplateColumns: columns }}>
                {head.columns.map((column) => (
                    <div
                        key={column.name}
                        role="columnheader"
                        className={column.kind}
                        aria-sort={column.name === sort ? (descending ? "descending" : "ascending") : "none"}
                    >
                        <button type="button" title={column.name} onClick={() => order(column.name)}>
                            {column.name}
                        </button>
                    </div>
                ))}
            </div>
            <div className="all" role="rowgroup" style={{ height: head.total * ROW }}>
                {shown.map((index) => (
                    <Row
                        key={index}
                        index={index}
                        cells={row(index)}
                        head={head}
                        columns={columns}
                        active={index === active}
                        open={open}
                    />
                ))}
            </div>
        </div>
    );
}

type RowProps = {
    index: number;
    cells: Cell[] | undefined;
    head: Head;
    columns: string;
    active: boolean;
    open: (index: number, trial: Cell | undefined) => void;
};

/** One row; while others come and go it stays as it is. */
const Row = memo(function Row({ index, cells, head, columns, active, open }: RowProps) {
    return (
        <div
            id={"row-" + index}
            role="row"
            aria-rowindex={index + 2}
            aria-selected={active}
            className={active ? "row active" : index % 2 === 0 ? "row" : "row odd"}
            style={{ transform: `translateY(${index * ROW}px)`, gridTemplateColumns: columns }}
            onClick={() => open(index, cells?.[0])}
        >
            {head.columns.map((column, i) => (
                <div key={column.name} role="gridcell" className={column.kind}>
                    {cells === undefined ? "…" : digits(cells[i])}
                </div>
            ))}
        </div>
    );
});
