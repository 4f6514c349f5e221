import { useState, type DragEvent } from "react";
import { count } from "../parts/numbers";
import { DRAGGED } from "./grid";
import type { Act, Category, Glance, Row } from "./project";

type Props = {
    glance: Glance;
    picked: ReadonlySet<number>;
    onLabel: (images: number[], category: number | undefined) => void;
    onShow: (category: string) => void;
    act: Act;
};

/** The categories with how many images each has in each part: what a click, a drop and Shift with a digit label as. */
export function Categories({ glance, picked, onLabel, onShow, act }: Props) {
    const [name, setName] = useState("");
    const rows = new Map(glance.balance.map((row) => [row.category, row]));
    const most = Math.max(1, ...glance.balance.map(all));
    return (
        <section aria-labelledby="categories">
            <h2 id="categories">Categories</h2>
            <p className="faint">
                {picked.size === 0
                    ? "Select images, then click a category, or press Shift with its number."
                    : "Label " + count(picked.size, "image") + ": click, drop, or Shift with the number."}
            </p>
            <ul className="categories">
                {glance.categories.map((category, i) => (
                    <One
                        key={category.id}
                        category={category}
                        others={glance.categories}
                        digit={i + 1}
                        row={rows.get(category.id)}
                        most={most}
                        able={picked.size > 0}
                        onLabel={(images) => onLabel(images ?? [...picked], category.id)}
                        onShow={() => onShow(String(category.id))}
                        act={act}
                    />
                ))}
                <Unknown
                    row={rows.get(-1)}
                    most={most}
                    able={picked.size > 0}
                    onLabel={(images) => onLabel(images ?? [...picked], undefined)}
                    onShow={() => onShow("-1")}
                />
            </ul>
            <form
                className="bar"
                onSubmit={(event) => {
                    event.preventDefault();
                    void act("POST", "/categories", { name }).then((done) => done && setName(""));
                }}
            >
                <input aria-label="Name of a new category" placeholder="New category" value={name} onChange={(event) => setName(event.target.value)} />
                <button type="submit" disabled={name.trim() === ""}>
                    Add
                </button>
            </form>
            <p className="legend faint">
                <span className="bit training" /> training <span className="bit validation" /> validation{" "}
                <span className="bit test" /> test <span className="bit unassigned" /> no part
            </p>
        </section>
    );
}

function all(row: Row): number {
    return row.training + row.validation + row.test + row.unassigned;
}

/** What images are dropped on. */
function useDrop(onDrop: (images: number[]) => void) {
    const [over, setOver] = useState(false);
    return {
        over,
        handlers: {
            onDragOver: (event: DragEvent) => {
                if (event.dataTransfer.types.includes(DRAGGED)) {
                    event.preventDefault();
                    setOver(true);
                }
            },
            onDragLeave: () => setOver(false),
            onDrop: (event: DragEvent) => {
                const text = event.dataTransfer.getData(DRAGGED);
                setOver(false);
                if (text !== "") {
                    event.preventDefault();
                    event.stopPropagation();
                    onDrop(JSON.parse(text));
                }
            },
        },
    };
}

type OneProps = {
    category: Category;
    others: Category[];
    digit: number;
    row: Row | undefined;
    most: number;
    able: boolean;
    onLabel: (images?: number[]) => void;
    onShow: () => void;
    act: Act;
};

function One({ category, others, digit, row, most, able, onLabel, onShow, act }: OneProps) {
    const { over, handlers } = useDrop(onLabel);
    const [editing, setEditing] = useState(false);
    return (
        <li className={over ? "over" : ""} {...handlers}>
            <div className="category">
                <button type="button" className="label" aria-disabled={!able} onClick={() => able && onLabel()}>
                    <span className="dot" style={{ background: category.colour }} aria-hidden="true" />
                    <kbd>{digit}</kbd> <span className="what">{category.name}</span>
                </button>
                <button type="button" className="plain" onClick={onShow} aria-label={"Show the " + count(row === undefined ? 0 : all(row), "image") + " of " + category.name}>
                    {row === undefined ? 0 : all(row)}
                </button>
                <button type="button" className="plain" aria-expanded={editing} aria-label={"Change " + category.name} onClick={() => setEditing(!editing)}>
                    ⋯
                </button>
            </div>
            <Bar row={row} most={most} name={category.name} />
            {editing && <Editor category={category} others={others} act={act} done={() => setEditing(false)} />}
        </li>
    );
}

function Editor({ category, others, act, done }: { category: Category; others: Category[]; act: Act; done: () => void }) {
    const [name, setName] = useState(category.name);
    const path = "/categories/" + category.id;
    return (
        <form
            className="editor"
            onSubmit={(event) => {
                event.preventDefault();
                void act("PUT", path, { name }).then((good) => good && done());
            }}
        >
            <label>
                Name <input value={name} onChange={(event) => setName(event.target.value)} />
            </label>
            <label>
                Colour{" "}
                <input type="color" value={category.colour} onChange={(event) => void act("PUT", path, { colour: event.target.value })} />
            </label>
            <div className="bar">
                <button type="submit" disabled={name.trim() === "" || name === category.name}>
                    Rename
                </button>
                <button type="button" onClick={() => void act("DELETE", path).then((good) => good && done())}>
                    Delete (its images are unknown then)
                </button>
                {others.length > 1 && (
                    <label>
                        Merge into{" "}
                        <select value="" onChange={(event) => void act("DELETE", path + "?into=" + event.target.value)}>
                            <option value="">choose …</option>
                            {others
                                .filter((other) => other.id !== category.id)
                                .map((other) => (
                                    <option key={other.id} value={other.id}>
                                        {other.name}
                                    </option>
                                ))}
                        </select>
                    </label>
                )}
            </div>
        </form>
    );
}

type UnknownProps = { row: Row | undefined; most: number; able: boolean; onLabel: (images?: number[]) => void; onShow: () => void };

function Unknown({ row, most, able, onLabel, onShow }: UnknownProps) {
    const { over, handlers } = useDrop(onLabel);
    return (
        <li className={over ? "over" : ""} {...handlers}>
            <div className="category">
                <button type="button" className="label" aria-disabled={!able} onClick={() => able && onLabel()}>
                    <span className="dot none" aria-hidden="true" />
                    <kbd>0</kbd> <span className="what">unknown</span>
                </button>
                <button type="button" className="plain" onClick={onShow} aria-label={"Show the " + count(row === undefined ? 0 : all(row), "unknown image")}>
                    {row === undefined ? 0 : all(row)}
                </button>
            </div>
            <Bar row={row} most={most} name="Unknown" />
        </li>
    );
}

/** The share of the largest category, in the shades of the parts. */
function Bar({ row, most, name }: { row: Row | undefined; most: number; name: string }) {
    if (row === undefined || all(row) === 0) {
        return null;
    }
    const parts = ["training", "validation", "test", "unassigned"] as const;
    const words = parts
        .filter((part) => row[part] > 0)
        .map((part) => row[part] + " " + (part === "unassigned" ? "in no part" : part))
        .join(", ");
    return (
        <div className="balance" role="img" aria-label={name + ": " + words} title={words}>
            {parts.map((part) => (
                <span key={part} className={"bit " + part} style={{ width: (100 * row[part]) / most + "%" }} />
            ))}
        </div>
    );
}
