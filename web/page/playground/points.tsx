import { useId } from "react";
import type { Field, Settings } from "../train/types";
import type { Shape } from "./types";
import { valueOf } from "./comparison";

/** How the points are drawn. */
export function PointsForm({
    fields,
    shapes,
    points,
    change,
}: {
    fields: Field[];
    shapes: Shape[];
    points: Settings;
    change: (next: Settings) => void;
}) {
    const find = (name: string) => fields.find((field) => field.name === name)!;
    const shape = valueOf(find("shape"), points);
    const seed = find("points_seed");
    return (
        <fieldset className="topic">
            <legend>The points</legend>
            <div className="bar" role="group" aria-label="Shape">
                {shapes.map((each) => (
                    <button key={each.shape} type="button" className="small" aria-pressed={each.shape === shape} onClick={() => change({ ...points, shape: each.shape })}>
                        {each.shape}
                    </button>
                ))}
            </div>
            <p className="faint">{shapes.find((each) => each.shape === shape)?.help}</p>
            {["noise", "points", "test_share"].map((name) => (
                <Slider key={name} field={find(name)} value={valueOf(find(name), points)} set={(value) => change({ ...points, [name]: value })} />
            ))}
            <button
                type="button"
                className="small"
                title={seed.help}
                onClick={() => change({ ...points, points_seed: String(Number(valueOf(seed, points)) + 1) })}
            >
                Other points of this shape
            </button>
        </fieldset>
    );
}

function Slider({ field, value, set }: { field: Field; value: string; set: (value: string) => void }) {
    const id = useId();
    return (
        <div className="slider" title={field.help}>
            <label htmlFor={id}>{field.title}</label>
            <input
                id={id}
                type="range"
                min={field.low}
                max={field.high}
                step={field.step ?? 10}
                value={value}
                aria-describedby={id + "-help"}
                onChange={(event) => set(event.target.value)}
            />
            <output htmlFor={id}>{value}</output>
            <span id={id + "-help"} className="unseen">
                {field.help}
            </span>
        </div>
    );
}
