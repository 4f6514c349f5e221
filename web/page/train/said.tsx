import { useState } from "react";
import { Refused, send, useAsked } from "../frame/api";
import { pathOf } from "../frame/route";
import { Failure } from "../parts/words";

type Row = { image: number; predicted: string; probability: number; labelled: boolean };

const SHOWN = 200;

/** What a model says of unknown images, the least sure first: those are worth a look. */
export function Said({ project, work }: { project: string; work: number }) {
    const at = "/api" + pathOf("projects", project, "works", work);
    const said = useAsked<{ predictions: Row[] }>(at + "/predictions");
    const [picked, setPicked] = useState<Set<number>>(new Set());
    const [surest, setSurest] = useState(false);
    const [most, setMost] = useState(SHOWN);
    const [refused, setRefused] = useState<Refused>();
    if (said.failure) {
        return <Failure failure={said.failure} again={said.again} />;
    }
    if (said.value === undefined) {
        return <p className="faint">Loading …</p>;
    }
    const open = said.value.predictions.filter((row) => !row.labelled);
    const rows = surest ? [...open].reverse() : open;
    const accept = async (images: number[]) => {
        setRefused(undefined);
        try {
            await send("POST", at + "/accept", { images });
            setPicked(new Set());
            said.again();
        } catch (failure) {
            setRefused(failure as Refused);
        }
    };
    const sure = open.filter((row) => row.probability >= 0.95).map((row) => row.image);
    return (
        <>
            <h2>What the unknown images show</h2>
            <p>
                {open.length} images, {surest ? "the surest" : "the least sure"} first. A look at the least sure ones teaches the next training
                most.
            </p>
            <div className="bar">
                <button type="button" className="main" disabled={picked.size === 0} onClick={() => accept([...picked])}>
                    Accept the {picked.size} picked
                </button>
                <button type="button" disabled={sure.length === 0} onClick={() => accept(sure)}>
                    Accept the {sure.length} that are at least 95 % sure
                </button>
                <button type="button" aria-pressed={surest} onClick={() => setSurest(!surest)}>
                    Surest first
                </button>
                <a className="button" href={at + "/predictions.csv"} download>
                    As a table (CSV)
                </a>
            </div>
            {refused && <Failure failure={refused} />}
            <ul className="mistakes">
                {rows.slice(0, most).map((row) => (
                    <li key={row.image}>
                        <label>
                            <img src={"/api" + pathOf("projects", project, "images", row.image, "thumbnail")} alt="" loading="lazy" width="96" height="96" />
                            <input
                                type="checkbox"
                                checked={picked.has(row.image)}
                                onChange={() => {
                                    const next = new Set(picked);
                                    if (!next.delete(row.image)) {
                                        next.add(row.image);
                                    }
                                    setPicked(next);
                                }}
                            />{" "}
                            <strong>{row.predicted}</strong> {(100 * row.probability).toFixed(0)} %
                        </label>
                    </li>
                ))}
            </ul>
            {rows.length > most && (
                <button type="button" onClick={() => setMost(most + SHOWN)}>
                    Show more of the {rows.length}
                </button>
            )}
        </>
    );
}
