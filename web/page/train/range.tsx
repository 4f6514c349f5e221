import { useState } from "react";
import type { Field } from "./types";

/** Where a search looks when nobody says where, as people write it. */
export function usualRange(field: Field): string {
    const { low, high, choices = [] } = field.search ?? {};
    return low === undefined ? choices.join(",") : low + ".." + high;
}

/** The range in which one parameter is searched: two ends and a scale, or some of its choices. */
export function RangeField({
    id,
    field,
    range,
    problem,
    set,
}: {
    id: string;
    field: Field;
    range: string;
    problem: string | undefined;
    set: (next: string) => void;
}) {
    return field.search?.choices === undefined ? (
        <Ends id={id} field={field} range={range} problem={problem} set={set} />
    ) : (
        <Choices id={id} field={field} range={range} problem={problem} set={set} />
    );
}

type Props = Parameters<typeof RangeField>[0];

function Ends({ id, field, range, problem, set }: Props) {
    const own = field.search?.scale ?? "linear";
    const [ends, word = own] = range.split(/\s+/);
    const [low = "", high = ""] = ends!.split("..");
    const [typed, setTyped] = useState<[string, string]>();
    const shown = typed ?? [low, high];
    const curved = own === "linear" ? "log" : own;
    const settle = (next: [string, string], scale: string) => {
        setTyped(next);
        set(next.map(plain).join("..") + (scale === own ? "" : " " + scale));
    };
    const end = (which: 0 | 1, words: string) => (
        <label>
            {words}{" "}
            <input
                id={which === 0 ? id : undefined}
                className="short"
                inputMode="decimal"
                autoComplete="off"
                aria-label={field.title + ", " + words}
                aria-invalid={problem !== undefined}
                aria-describedby={id + "-help " + id + "-problem"}
                value={shown[which]}
                onChange={(event) => settle(which === 0 ? [event.target.value, shown[1]] : [shown[0], event.target.value], word)}
                onBlur={() => setTyped(undefined)}
            />
        </label>
    );
    return (
        <>
            {end(0, "from")}
            {end(1, "to")}
            <label>
                <input
                    type="checkbox"
                    checked={word !== "linear"}
                    aria-label={field.title + ", logarithmic: equal factors count as equal"}
                    onChange={(event) => settle(shown, event.target.checked ? curved : "linear")}
                />{" "}
                log
            </label>
        </>
    );
}

/** "1e-4" and "0.0001" are the same; what is no number is left as it is, and refused in words. */
function plain(text: string): string {
    return text.trim() === "" || Number.isNaN(Number(text)) ? text.trim() : String(Number(text));
}

function Choices({ id, field, range, problem, set }: Props) {
    const picked = range === "" ? [] : range.split(",");
    const all = (field.choices ?? field.search?.choices ?? []).map(String);
    return (
        <span
            className="choices"
            role="group"
            aria-label={field.title + ": which are tried"}
            aria-describedby={id + "-help " + id + "-problem"}
        >
            {all.map((choice, i) => (
                <label key={choice} className={problem === undefined ? "" : "wrong"}>
                    <input
                        id={i === 0 ? id : undefined}
                        type="checkbox"
                        checked={picked.includes(choice)}
                        onChange={(event) =>
                            set(all.filter((each) => (each === choice ? event.target.checked : picked.includes(each))).join(","))
                        }
                    />{" "}
                    {choice}
                </label>
            ))}
        </span>
    );
}
