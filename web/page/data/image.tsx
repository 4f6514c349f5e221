import { useEffect, useState } from "react";
import { useAsked } from "../frame/api";
import { Dialog } from "./dialog";
import { apiOf, pictureOf, type Act, type Category, type Known } from "./project";

type Told = {
    name: string;
    bytes: number;
    height: number;
    width: number;
    channels: number;
    bits: number;
    label: number;
    said_by: string;
    part: string;
    note: string;
    problems: string[];
};

type Props = {
    project: string;
    image: number;
    known: Known;
    look: string;
    version: number;
    categories: Category[];
    act: Act;
    onLabel: (images: number[], category: number | undefined) => void;
    onStep: (by: number) => void;
    onClose: () => void;
};

/** One image large, with all that is known of it. */
export function ImageDialog({ project, image, known, look, version, categories, act, onLabel, onStep, onClose }: Props) {
    const { value } = useAsked<Told>(apiOf(project) + "/images/" + image, version);
    const [note, setNote] = useState<string>();
    useEffect(() => setNote(undefined), [image]);
    const name = known.names[image] ?? "";
    return (
        <Dialog title={name} onClose={onClose}>
            <div className="large">
                <div className="canvas-of">
                    <img src={pictureOf(project, image, known, look, "picture")} alt={name} />
                    <div className="bar">
                        <button type="button" onClick={() => onStep(-1)}>
                            ← Previous
                        </button>
                        <button type="button" onClick={() => onStep(1)}>
                            Next →
                        </button>
                    </div>
                </div>
                {value !== undefined && (
                    <div>
                        <label className="field">
                            Shows{" "}
                            <select
                                value={value.label}
                                onChange={(event) => onLabel([image], event.target.value === "-1" ? undefined : Number(event.target.value))}
                            >
                                <option value={-1}>unknown</option>
                                {categories.map((category) => (
                                    <option key={category.id} value={category.id}>
                                        {category.name}
                                    </option>
                                ))}
                            </select>
                        </label>
                        <dl className="facts">
                            <dt>Label</dt>
                            <dd>{value.said_by === "" ? "nobody said one" : value.said_by}</dd>
                            <dt>Part</dt>
                            <dd>{value.part === "" ? "none" : value.part}</dd>
                            <dt>Size</dt>
                            <dd>
                                {value.width} × {value.height} pixels, {value.channels} × {value.bits} bits, {Math.ceil(value.bytes / 1024)} KiB
                            </dd>
                            {value.problems.length > 0 && (
                                <>
                                    <dt>Problem</dt>
                                    <dd>▲ {value.problems.join("; ")}</dd>
                                </>
                            )}
                        </dl>
                        <label>
                            Note
                            <textarea rows={3} value={note ?? value.note} onChange={(event) => setNote(event.target.value)} />
                        </label>
                        <button
                            type="button"
                            disabled={note === undefined || note === value.note}
                            onClick={() => void act("PUT", "/images/" + image + "/note", { text: note })}
                        >
                            Keep the note
                        </button>
                    </div>
                )}
            </div>
        </Dialog>
    );
}
